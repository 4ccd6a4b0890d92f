import Glibc

/// Work on a thread of its own beside the caller's. Not one of libdispatch's: its watch over its workers reads `/proc` every
/// second, and ends the process where no file can be opened.
public enum SecondThread {
    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Runs both at the same time, and returns when both are done.
    public static func run(_ first: @Sendable () -> Void, _ second: @Sendable () -> Void) {
        withoutActuallyEscaping(second) { second in
            let work = Unmanaged.passRetained(Work(second))
            var thread = pthread_t()
            let result = pthread_create(
                &thread, nil,
                { raw in
                    if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run() }
                    return nil
                }, work.toOpaque())
            first()
            guard result == 0 else {
                // No thread is to be had: one after the other, then.
                work.takeRetainedValue().run()
                return
            }
            pthread_join(thread, nil)
        }
    }
}
