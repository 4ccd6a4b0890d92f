import FlyingSocks
import FoundationEssentials
import Glibc

/// Answers HTTP requests on one address. Only what a preview and an editor on the same machine need: connections that stay open,
/// and bodies whose length is announced, where the server admits them.
///
/// Connections are limited in number and in time (`ConnectionTable`). When the process may open no more files, those that wait
/// are closed and the server goes on; where that does not help for a while, it says so and ends.
///
/// The sockets are FlyingSocks'. FlyingFox, the server above them, cannot be linked into a command that stands alone: its
/// proxy needs libcurl.
public struct HTTPListener: Sendable {
    private let socket: AsyncSocket
    private let pool: any AsyncSocketPool
    public let port: UInt16
    private let connections = ConnectionTable()

    /// How long accepting may fail, for want of files or memory, before the server gives up.
    private static let longestFailure = Duration.seconds(30)
    /// The same where this process may hold no more files and no connection of its own holds one: none will come free.
    private static let hopelessFailure = Duration.milliseconds(300)

    /// - Parameter host: An IPv4 address.
    /// - Throws: `HTTPListeningError` when the address is none or its port is taken.
    public init(host: String, port: UInt16) async throws {
        guard let address = try? sockaddr_in.inet(ip4: host, port: port) else {
            throw HTTPListeningError.badAddress(host)
        }
        // A browser that goes away must not end the command.
        signal(SIGPIPE, SIG_IGN)
        let pool = SocketPool.make()
        try await pool.prepare()
        let listening = try Socket(domain: AF_INET)
        try listening.setValue(true, for: .localAddressReuse)
        do { try listening.bind(to: address) } catch let error as SocketError {
            if case .failed(_, let number, _) = error, number == EADDRINUSE { throw HTTPListeningError.portTaken(port) }
            throw error
        }
        try listening.listen()
        if case .ip4(_, let bound) = try listening.sockname() { self.port = bound } else { self.port = port }
        self.pool = pool
        socket = try AsyncSocket(socket: listening, pool: pool)
    }

    /// What becomes of the body that a request announces. It is decided by the head alone.
    public enum BodyAdmission: Sendable {
        /// The body stays unread; the connection ends after the answer.
        case unread
        case upTo(bytes: Int)
        /// This is the answer, and the body stays unread.
        case refused(HTTPAnswer)
    }

    /// Answers until the task is cancelled.
    /// - Parameter admit: Asked about every request, whether it announces a body or not.
    /// - Throws: `HTTPListeningError.cannotGoOn` when no connection can be taken any more.
    public func run(
        admitting admit: @escaping @Sendable (HTTPRequest) -> BodyAdmission = { _ in .unread },
        _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer
    ) async throws {
        let service = Service(admit: admit, answer: answer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await acceptAll(service) }
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

    /// What a server does with requests.
    private struct Service: Sendable {
        var admit: @Sendable (HTTPRequest) -> BodyAdmission
        var answer: @Sendable (HTTPRequest) async -> HTTPAnswer
    }

    private func acceptAll(_ service: Service) async throws {
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
                        throw HTTPListeningError.cannotGoOn(words)
                    }
                    connections.makeRoom()
                    try await Task.sleep(for: .milliseconds(100))
                    continue
                }
                guard let id = connections.add(connection.socket.file.rawValue) else {
                    try? connection.close()
                    continue
                }
                group.addTask { await serve(connection, id, service) }
            }
        }
    }

    /// Whether the listening socket itself is of no use any more.
    private static func isFatal(_ number: Int32) -> Bool { [EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP].contains(number) }

    private static func isShortage(_ number: Int32) -> Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(number) }

    private func serve(_ connection: AsyncSocket, _ id: Int, _ service: Service) async {
        defer {
            connections.remove(id)
            try? connection.close()
        }
        var unread: [UInt8] = []
        while let head = await nextHead(connection, id, &unread) {
            guard var request = HTTPRequest(head: head) else {
                try? await connection.write(
                    HTTPAnswer(status: .badRequest).encoded(isHead: false, keepsConnection: false))
                return
            }
            var refusal: HTTPAnswer?
            var bodyIsRead = false
            switch service.admit(request) {
            case .unread: break
            case .refused(let answer): refusal = answer
            case .upTo(let limit):
                guard let length = request.bodyLength else {
                    refusal = HTTPAnswer(status: .lengthRequired)
                    break
                }
                guard length <= limit else {
                    refusal = HTTPAnswer(status: .tooLarge)
                    break
                }
                guard let body = await body(of: length, connection, id, &unread) else { return }
                (request.body, bodyIsRead) = (body, true)
            }
            connections.enter(.answering, id)
            let answered = if let refusal { refusal } else { await service.answer(request) }
            let keepsConnection = request.keepsConnection(bodyIsRead: bodyIsRead)
            let bytes = answered.encoded(isHead: request.method == "HEAD", keepsConnection: keepsConnection)
            connections.enter(.sending, id)
            do { try await connection.write(bytes) } catch { return }
            guard keepsConnection else {
                if request.announcesBody, !bodyIsRead { await readOver(connection, id) }
                return
            }
        }
    }

    /// A body of an announced length; nil when the connection ends before.
    private func body(of length: Int, _ connection: AsyncSocket, _ id: Int, _ unread: inout [UInt8]) async -> [UInt8]? {
        connections.enter(.receiving, id)
        while unread.count < length {
            guard let more = try? await connection.read(atMost: min(length - unread.count, 256 * 1024)), !more.isEmpty
            else { return nil }
            unread += more
        }
        let body = Array(unread.prefix(length))
        unread.removeFirst(length)
        return body
    }

    /// Reads the beginning of a body that nobody wants: closing at once would take the answer away from a client that still
    /// sends.
    private func readOver(_ connection: AsyncSocket, _ id: Int) async {
        connections.enter(.reading, id)
        _ = shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
        var count = 0
        while count < 4 << 20, let more = try? await connection.read(atMost: 64 * 1024), !more.isEmpty {
            count += more.count
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
