// Linux calls that Swift's Glibc module leaves out, because their declarations stand behind _GNU_SOURCE.
// They are declared again here rather than included: Glibc is one prebuilt module and cannot be read twice
// with different switches.
#ifndef TRACUU_CLINUX_SHIM_H
#define TRACUU_CLINUX_SHIM_H

#include <sys/types.h>

// glibc 2.28: renames atomically; with TRACUU_RENAME_EXCHANGE the two names change places.
extern int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned int flags);
#define TRACUU_RENAME_EXCHANGE 2u

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
