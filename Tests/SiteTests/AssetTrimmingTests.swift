import Foundation
import Records
import Testing

@testable import Site

/// What the browser gets of a script or style sheet means the same as what its author wrote.
@Suite struct AssetTrimmingTests {
    private func script(_ text: String) -> String {
        String(decoding: AssetTrimming.published(path: "assets/a.js", bytes: Array(text.utf8)), as: UTF8.self)
    }

    private func sheet(_ text: String) -> String {
        String(decoding: AssetTrimming.published(path: "assets/a.css", bytes: Array(text.utf8)), as: UTF8.self)
    }

    @Test func commentLinesAndIndentationGo() {
        let code = """
            // What it is for.

            /**
             * @param {string} a
             */
              f(a);
                // why
                g();  // kept
            """
        #expect(script(code) == "f(a);g();// kept")
        #expect(sheet("/* Why. */\n.a {\n  color: red; /* kept */\n\n}\n") == ".a{color:red;/* kept */\n}\n")
    }

    @Test func lineEndsStayWhereTheyMayEndAStatement() {
        #expect(script("f([\n  a, // why,\n  b,\n])\n") == "f([a,// why,\nb,])\n")
        #expect(script("let a = 1\n/* b\n */\n  let b = a\n  ++b\n") == "let a=1\nlet b=a\n++b\n")
    }

    @Test(
        arguments: [
            ("const f = async ({ a, b }) => { return a ? b : [a, b]; }", "let f=async({a,b})=>{return a?b:[a,b]}"),
            ("if (a) { while (b()); } else { c(); }", "if(a){while(b());}else{c();}"),
            ("for (const a of b) { c = a; }", "for(let a of b){c=a}"),
            ("a + +b; a - -b; a < !--b; a / b; a in b", "a+ +b;a- -b;a< !--b;a / b;a in b"),
            ("a = \" = \" + ` ; ${ b } ; ` + / = /", "a=\" = \"+` ; ${b} ; `+ / = /"),
            ("a++ + ++b; a-- - --b; a < b * 2 + -c; return -1; d < e", "a++ + ++b;a-- - --b;a<b*2+ -c;return-1;d<e"),
        ])
    func blanksGoWhereTheyPartNothing(_ code: String, _ expected: String) { #expect(script(code) == expected) }

    @Test func constantsAreDeclaredShortly() {
        #expect(script("const a = 1;\nfor (const {b} of c) f(b);\n") == "let a=1;for(let{b}of c)f(b);")
        let kept = "a.const = { const: 1, \"const \": `const ${b}` }; constant = /const /;"
        #expect(script(kept) == "a.const={const:1,\"const \":`const ${b}`};constant=/const /;")
        #expect(script("`${(() => { const a = 1; return a; })()}`") == "`${(()=>{let a=1;return a})()}`")
    }

    @Test func blanksOfSelectorsStay() {
        #expect(
            sheet("a :hover, b > c + d { margin: 0 auto; width: calc(1px + 2px) }")
                == "a :hover,b > c + d{margin:0 auto;width:calc(1px + 2px) }")
    }

    @Test(
        arguments: [
            "a=`\n  // no comment\n    ${b} /* nor this\n  `;",
            "a=`${`\n   x = 1`}\n  `;",
            "a=\"\\\n  // no comment\";",
            "a=1;/* begins behind code\n    // and goes on */\n",
        ])
    func literalsOverSeveralLinesAreLeftAlone(_ code: String) { #expect(script(code) == code) }

    @Test func aTemplateIsOnlyTrimmedBehindItsEnd() {
        #expect(script("  f(`\n    x\n  `);\n  // gone\n  g();\n") == "f(`\n    x\n  `);g();")
        #expect(script("  f(`${ {\n    a: 1\n  }.a }\n  b`);\n") == "f(`${{a:1\n}.a}\n  b`);")
    }

    @Test(
        arguments: [
            ("a = /[\"'`/]\\//;\n  // gone\n  b();\n", "a=/[\"'`/]\\//;b();"),
            ("a = b / c; // \"\n  d / e;\n", "a=b / c;// \"\nd / e;"),
            ("return /'/.test(a);\n  b;\n", "return /'/.test(a);b;"),
            ("a = (b) / 2 + \"/*\";\n  c;\n", "a=(b)/ 2+\"/*\";c;"),
            ("a = 'it\\'s // not';\n  c;\n", "a='it\\'s // not';c;"),
        ])
    func quotesInRegularExpressionsOpenNothing(_ code: String, _ expected: String) { #expect(script(code) == expected) }

    @Test(
        arguments: [
            "  a = \"open\n  b;\n", "  /* open\n  a;\n", "  a = `open\n", "  if (a) /`/.test(b);\n  c;\n",
            "  a = /open\n",
        ])
    func whatIsNotUnderstoodIsPublishedAsItIs(_ code: String) { #expect(script(code) == code) }

    @Test func stringsOfStyleSheetsStay() {
        #expect(
            sheet("  .a::before { content: \"/* \"; }\n  .b { background: url(//x/y); }\n")
                == ".a::before{content:\"/* \"}\n.b{background:url(//x/y)}\n")
    }

    @Test func otherFilesStay() {
        let bytes = Array("  <svg>\n".utf8)
        #expect(AssetTrimming.published(path: "assets/icon.svg", bytes: bytes) == bytes)
    }

    @Test func theProjectsOwnAssetsAreTrimmed() throws {
        let files = try TemplateFiles.read(ContentFolder(FixtureSite.templatesFolder)).files.filter {
            $0.key.hasSuffix(".js") || $0.key.hasSuffix(".css")
        }
        #expect(!files.isEmpty)
        for (path, bytes) in files {
            let published = AssetTrimming.published(path: path, bytes: bytes)
            #expect(published.count < bytes.count, "\(path)")
            #expect(AssetTrimming.published(path: path, bytes: published) == published, "\(path)")
        }
    }
}
