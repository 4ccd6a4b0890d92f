// Linux calls that Swift's Glibc module leaves out, because their declarations stand behind _GNU_SOURCE.
// They are declared again here rather than included: Glibc is one prebuilt module and cannot be read twice
// with different switches.
#ifndef TRACUU_CLINUX_SHIM_H
#define TRACUU_CLINUX_SHIM_H

#include <errno.h>
#include <stdint.h>
#include <sys/types.h>

// glibc 2.28: renames atomically; with TRACUU_RENAME_EXCHANGE the two names change places.
extern int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned int flags);
#define TRACUU_RENAME_EXCHANGE 2u

#define TRACUU_RENAME_NOREPLACE 1u

// Linux 5.6, without a function in glibc: opens a path below a folder, and refuses every symbolic link and every way out.
extern long syscall(long number, ...);
static inline int tracuu_open_beneath(int folder_fd, const char *path, int flags) {
    struct {
        uint64_t flags, mode, resolve;
    } how = {(uint64_t)flags, 0, 0x04 /* RESOLVE_NO_SYMLINKS */ | 0x08 /* RESOLVE_BENEATH */};
    return (int)syscall(437 /* SYS_openat2 */, folder_fd, path, &how, sizeof how);
}

// Whether another program has a file open for writing: a read lease can then not be had (EAGAIN). It is given back at once.
// Should somebody open the file meanwhile, the kernel's word of it is SIGURG, which does nothing.
extern int fcntl(int fd, int command, ...);
static inline int tracuu_is_being_written(int fd) {
    if (fcntl(fd, 10 /* F_SETSIG */, 23 /* SIGURG */) != 0) return 0;
    if (fcntl(fd, 1024 /* F_SETLEASE */, 0 /* F_RDLCK */) != 0) return errno == EAGAIN;
    fcntl(fd, 1024, 2 /* F_UNLCK */);
    return 0;
}

// glibc 2.14: writes everything of one file system to the disk and waits for it.
extern int syncfs(int fd);

// glibc 2.27: copies within the kernel, sharing blocks where the file system can.
extern ssize_t copy_file_range(int in_fd, off_t *in_offset, int out_fd, off_t *out_offset, size_t length,
                               unsigned int flags);

// Sets how malloc asks the system for memory; the numbers stand in <malloc.h>.
extern int mallopt(int parameter, int value);
#define TRACUU_M_TRIM_THRESHOLD (-1)
#define TRACUU_M_TOP_PAD (-2)
#define TRACUU_M_MMAP_THRESHOLD (-3)

#endif
