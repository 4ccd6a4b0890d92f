import FlyingSocks
import FoundationEssentials
import Glibc

/// Answers HTTP requests on one address. Only what a preview needs: GET and HEAD, connections that stay open.
///
/// The sockets are FlyingSocks'. FlyingFox, the server above them, cannot be linked into a command that stands alone: its
/// proxy needs libcurl.
struct HTTPListener: Sendable {
    private let socket: AsyncSocket
    private let pool: any AsyncSocketPool
    let port: UInt16

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
    func run(_ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask {
                await withDiscardingTaskGroup { connections in
                    while let connection = try? await socket.accept() {
                        connections.addTask { await Self.serve(connection, answer) }
                    }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private static func serve(
        _ connection: AsyncSocket, _ answer: @Sendable (HTTPRequest) async -> HTTPAnswer
    ) async {
        defer { try? connection.close() }
        var unread: [UInt8] = []
        while let head = await nextHead(connection, &unread) {
            guard let request = HTTPRequest(head: head) else {
                try? await connection.write(
                    HTTPAnswer(status: .badRequest).encoded(isHead: false, keepsConnection: false))
                return
            }
            let answered = await answer(request)
            let bytes = answered.encoded(isHead: request.method == "HEAD", keepsConnection: request.keepsConnection)
            do { try await connection.write(bytes) } catch { return }
            guard request.keepsConnection else { return }
        }
    }

    /// The next head on a connection; nil when it has ended or the head is too long.
    private static func nextHead(_ connection: AsyncSocket, _ unread: inout [UInt8]) async -> [UInt8]? {
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
            unread += more
        }
    }
}
