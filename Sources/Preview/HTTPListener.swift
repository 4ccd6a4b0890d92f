import FlyingSocks
import FoundationEssentials
import Glibc

/// Answers HTTP requests on one address. Only what a preview needs: GET and HEAD, connections that stay open.
///
/// Connections are limited in number and in time (`ConnectionTable`). When the process may open no more files, those that wait
/// are closed and the server goes on; where that does not help for a while, it says so and ends.
///
/// The sockets are FlyingSocks'. FlyingFox, the server above them, cannot be linked into a command that stands alone: its
/// proxy needs libcurl.
struct HTTPListener: Sendable {
    private let socket: AsyncSocket
    private let pool: any AsyncSocketPool
    let port: UInt16
    private let connections = ConnectionTable()

    /// How long accepting may fail, for want of files or memory, before the server gives up.
    private static let longestFailure = Duration.seconds(30)
    /// The same where this process may hold no more files and no connection of its own holds one: none will come free.
    private static let hopelessFailure = Duration.milliseconds(300)

    /// - Parameter host: An IPv4 address.
    /// - Throws: `PreviewError` when the address is none or its port is taken.
    init(host: String, port: UInt16) async throws {
        guard let address = try? sockaddr_in.inet(ip4: host, port: port) else { throw PreviewError.badAddress(host) }
        // A browser that goes away must not end the command.
        signal(SIGPIPE, SIG_IGN)
        let pool = SocketPool.make()
        try await pool.prepare()
        let listening = try Socket(domain: AF_INET)
        try listening.setValue(true, for: .localAddressReuse)
        do { try listening.bind(to: address) } catch let error as SocketError {
            if case .failed(_, let number, _) = error, number == EADDRINUSE { throw PreviewError.portTaken(port) }
            throw error
        }
        try listening.listen()
        if case .ip4(_, let bound) = try listening.sockname() { self.port = bound } else { self.port = port }
        self.pool = pool
        socket = try AsyncSocket(socket: listening, pool: pool)
    }

    /// Answers until the task is cancelled.
    /// - Throws: `PreviewError.cannotGoOn` when no connection can be taken any more.
    func run(_ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await acceptAll(answer) }
            group.addTask {
                while true {
                    try await Task.sleep(for: .seconds(1))
                    connections.shutDownOverdue()
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func acceptAll(_ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            var failingSince: ContinuousClock.Instant?
            while true {
                let connection: AsyncSocket
                do {
                    connection = try await socket.accept()
                    failingSince = nil
                } catch SocketError.failed(_, let number, let words) where !Self.isFatal(number) {
                    // A client that went away meanwhile costs nothing; where files are short, somebody has to go.
                    guard Self.isShortage(number) else { continue }
                    let since = failingSince ?? .now
                    failingSince = since
                    let isHopeless = number == EMFILE && connections.isEmpty
                    guard ContinuousClock.now - since < (isHopeless ? Self.hopelessFailure : Self.longestFailure) else {
                        throw PreviewError.cannotGoOn(words)
                    }
                    connections.makeRoom()
                    try await Task.sleep(for: .milliseconds(100))
                    continue
                }
                guard let id = connections.add(connection.socket.file.rawValue) else {
                    try? connection.close()
                    continue
                }
                group.addTask { await serve(connection, id, answer) }
            }
        }
    }

    /// Whether the listening socket itself is of no use any more.
    private static func isFatal(_ number: Int32) -> Bool { [EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP].contains(number) }

    private static func isShortage(_ number: Int32) -> Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(number) }

    private func serve(
        _ connection: AsyncSocket, _ id: Int, _ answer: @Sendable (HTTPRequest) async -> HTTPAnswer
    ) async {
        defer {
            connections.remove(id)
            try? connection.close()
        }
        var unread: [UInt8] = []
        while let head = await nextHead(connection, id, &unread) {
            guard let request = HTTPRequest(head: head) else {
                try? await connection.write(
                    HTTPAnswer(status: .badRequest).encoded(isHead: false, keepsConnection: false))
                return
            }
            connections.enter(.answering, id)
            let answered = await answer(request)
            let bytes = answered.encoded(isHead: request.method == "HEAD", keepsConnection: request.keepsConnection)
            connections.enter(.sending, id)
            do { try await connection.write(bytes) } catch { return }
            guard request.keepsConnection else { return }
        }
    }

    /// The next head on a connection; nil when it has ended or the head is too long.
    private func nextHead(_ connection: AsyncSocket, _ id: Int, _ unread: inout [UInt8]) async -> [UInt8]? {
        connections.enter(unread.isEmpty ? .idle : .reading, id)
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = unread.firstRange(of: end) {
                let head = Array(unread[..<range.lowerBound])
                unread.removeSubrange(..<range.upperBound)
                return head
            }
            guard unread.count < HTTPRequest.longestHead, let more = try? await connection.read(atMost: 4096),
                !more.isEmpty
            else { return nil }
            // The time for a head counts from its first byte.
            if unread.isEmpty { connections.enter(.reading, id) }
            unread += more
        }
    }
}
