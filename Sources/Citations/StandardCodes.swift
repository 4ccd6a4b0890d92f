extension CodeBook {
    /// Types of the Party (Quy định 399-QĐ/TW) and of the State (Nghị định 30/2020/NĐ-CP, Appendix III, and the law on
    /// normative documents). The order ranks candidates: Hướng dẫn before Hợp đồng, Đề án before Dự án.
    static let standardTypes: [TypeEntry] = [
        TypeEntry("NQ", "Nghị quyết", "Resolution", [.party, .state]),
        TypeEntry("QĐ", "Quyết định", "Decision", [.party, .state]),
        TypeEntry("QĐ", "Quy định", "Regulation", [.party, .state]),
        TypeEntry("QĐi", "Quy định", nil, .party),
        TypeEntry("QyĐ", "Quy định", nil, .state),
        TypeEntry("CT", "Chỉ thị", "Directive", [.party, .state]),
        TypeEntry("KL", "Kết luận", "Conclusion", .party),
        TypeEntry("QC", "Quy chế", "Rules of procedure", [.party, .state]),
        TypeEntry("TT", "Thông tư", "Circular", .state),
        TypeEntry("TT", "Thông tri", "Circular notice", .party),
        TypeEntry("TTLT", "Thông tư liên tịch", "Joint circular", .state),
        TypeEntry("HD", "Hướng dẫn", "Guidance", [.party, .state]),
        TypeEntry("TB", "Thông báo", "Notice", [.party, .state]),
        TypeEntry("TC", "Thông cáo", "Communiqué", [.party, .state]),
        TypeEntry("BC", "Báo cáo", "Report", [.party, .state]),
        TypeEntry("KH", "Kế hoạch", "Plan", [.party, .state]),
        TypeEntry("CTr", "Chương trình", "Programme", [.party, .state]),
        TypeEntry("ĐA", "Đề án", "Scheme", [.party, .state]),
        TypeEntry("DA", "Dự án", "Project", [.party, .state]),
        TypeEntry("PA", "Phương án", "Option plan", [.party, .state]),
        TypeEntry("TTr", "Tờ trình", "Submission", [.party, .state]),
        TypeEntry("CV", "Công văn", "Official letter", .party),
        TypeEntry("BB", "Biên bản", "Minutes", [.party, .state]),
        TypeEntry("GM", "Giấy mời", "Invitation", .state),
        TypeEntry("GGT", "Giấy giới thiệu", "Letter of introduction", .state),
        TypeEntry("GNP", "Giấy nghỉ phép", "Leave permit", .state),
        TypeEntry("PG", "Phiếu gửi", nil, .state),
        TypeEntry("PC", "Phiếu chuyển", nil, .state),
        TypeEntry("PB", "Phiếu báo", nil, .state),
        TypeEntry("HĐ", "Hợp đồng", "Contract", .state),
        TypeEntry("CĐ", "Công điện", "Telegram", .state),
        TypeEntry("BGN", "Bản ghi nhớ", "Memorandum", .state),
        TypeEntry("BTT", "Bản thỏa thuận", "Agreement", .state),
        TypeEntry("GUQ", "Giấy ủy quyền", "Proxy", .state),
        TypeEntry("SY", "Bản sao y", nil, .state),
        TypeEntry("TrS", "Bản trích sao", nil, .state),
        TypeEntry("SL", "Bản sao lục", nil, .state),
        TypeEntry("BS", "Bản sao", "Copy", .party),
        TypeEntry("NĐ", "Nghị định", "Decree", .state),
        TypeEntry("PL", "Pháp lệnh", "Ordinance", .state),
        TypeEntry("NQLT", "Nghị quyết liên tịch", "Joint resolution", .state),
        TypeEntry("VBHN", "Văn bản hợp nhất", "Consolidated text", .state),
        // Named in words only: their numbers show the legislature and no type.
        TypeEntry("", "Luật", "Law", .state),
        TypeEntry("", "Bộ luật", "Code", .state),
    ]

    /// Abbreviations seen in printed numbers. What they stand for is the vocabulary's to say.
    static let standardOrgans: [OrganEntry] =
        abbreviations(
            """
            TW VPTW BTGTW BTGDVTW BTCTW UBKTTW UBKTTU QUTW ĐUQSTW TU BTGTU BTGDVTU HU QU ĐU CB TWĐTN
            """, .party)
        + abbreviations(
            """
            QH UBTVQH HĐNN CP TTg CTN VPCP VPQH BTP BTC BNV BCA BQP BGDĐT BYT BXD BNG BCT BKHCN NHNN BTTTT BLĐTBXH
            BKHĐT BGTVT BTNMT BNNPTNT BNN BVHTTDL BVHTT BDTTG BTM UBND HĐND TANDTC VKSNDTC HĐTP TTCP UBDT UBTDTT
            """, .state)

    private static func abbreviations(_ text: String, _ systems: Systems) -> [OrganEntry] {
        text.split { $0 == " " || $0 == "\n" }.map { OrganEntry(String($0), systems) }
    }
}
