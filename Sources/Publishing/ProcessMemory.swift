import CLinux

/// How the process asks the system for memory.
public enum ProcessMemory {
    /// Asks for it in large steps. The C library grows the memory of a thread page by page, with a system call for each, and
    /// gives large buffers back as soon as they are free, so that the next one is cleared anew: a tenth of a short build.
    /// Memory that was never used costs nothing.
    public static func growInLargeSteps() {
        _ = mallopt(TRACUU_M_TOP_PAD, 60 << 20)
        _ = mallopt(TRACUU_M_TRIM_THRESHOLD, 120 << 20)
        _ = mallopt(TRACUU_M_MMAP_THRESHOLD, 32 << 20)
    }
}
