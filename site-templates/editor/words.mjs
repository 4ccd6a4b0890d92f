// What the screens say, in Vietnamese and in English.

const all = {
  editor: ["Sửa bản ghi", "Edit records"],
  skip: ["Đến nội dung", "Skip to content"],
  screens: ["Các màn hình", "Screens"],
  allRecords: ["Các bản ghi", "Records"],
  newRecord: ["Thêm bản ghi", "New record"],
  cannotShow: ["Chưa mở được", "Cannot be opened"],
  tryAgain: ["Thử lại", "Try again"],
  noKey: [
    "Địa chỉ này thiếu khóa. Hãy mở lại địa chỉ mà lệnh tracuu serve --edit đã in ra.",
    "This address lacks its key. Open the address that tracuu serve --edit printed.",
  ],
  serverGone: [
    "Không liên lạc được với tracuu. Hãy xem lệnh tracuu serve --edit còn chạy không.",
    "tracuu cannot be reached. See whether tracuu serve --edit is still running.",
  ],
  refused: (error) => [
    error.answer?.message || `Máy chủ từ chối (${error.status}).`,
    error.answer?.message || `The server refused (${error.status}).`,
  ],
  // The list.
  search: ["Tìm theo số hiệu, tên", "Search by number or title"],
  kind: ["Loại bản ghi", "Kind"],
  everyKind: ["Tất cả", "All"],
  only: ["Chỉ hiện", "Only"],
  onlyAll: ["Tất cả", "All"],
  onlyErrors: ["Có lỗi", "With errors"],
  onlyDrafts: ["Có bản nháp", "With a draft"],
  found: (count, total) => [`${count} trong ${total} bản ghi`, `${count} of ${total} records`],
  nothingFound: ["Không tìm thấy bản ghi nào. Thử bỏ bớt chữ hoặc bộ lọc.", "No record was found. Try fewer words or filters."],
  more: ["Xem thêm", "More"],
  number: ["Số hiệu", "Number"],
  name: ["Tên", "Title"],
  issued: ["Ngày", "Date"],
  state: ["Tình trạng", "State"],
  remarks: ["Ghi chú", "Remarks"],
  errors: (count) => [`${count} lỗi`, count === 1 ? "1 error" : `${count} errors`],
  warnings: (count) => [`${count} cảnh báo`, count === 1 ? "1 warning" : `${count} warnings`],
  draft: ["bản nháp", "draft"],
  // A record.
  save: ["Lưu", "Save"],
  saving: ["Đang lưu…", "Saving…"],
  saved: (time) => [`Đã lưu lúc ${time}`, `Saved at ${time}`],
  nothingToSave: ["Không có gì thay đổi", "Nothing has changed"],
  unsaved: ["Có thay đổi chưa lưu", "There are unsaved changes"],
  draftKept: (time) => [`Đã giữ bản nháp lúc ${time}`, `Draft kept at ${time}`],
  localKept: [
    "Không liên lạc được với tracuu; bản nháp giữ trong trình duyệt này. Cứ viết tiếp.",
    "tracuu cannot be reached; the draft is kept in this browser. Go on writing.",
  ],
  draftRestored: (time) => [
    `Đã mở lại bản nháp lúc ${time}, chưa lưu vào tệp.`,
    `The draft of ${time} is open again; it is not saved to the file yet.`,
  ],
  discard: ["Bỏ bản nháp", "Discard the draft"],
  discardSure: ["Bỏ những gì chưa lưu?", "Discard what is not saved?"],
  discardText: ["Bản ghi trở lại như trong tệp.", "The record goes back to what its file says."],
  compare: ["Xem sẽ đổi gì", "See what will change"],
  willChange: ["Lưu sẽ đổi những dòng này", "A save will change these lines"],
  noChange: ["Lưu sẽ không đổi gì trong tệp.", "A save will change nothing in the file."],
  changed: ["Đã đổi những dòng này", "These lines were changed"],
  undo: ["Trở lại bản trước", "Back to the version before"],
  undone: ["Đã trở lại bản trước", "Back at the version before"],
  cancel: ["Thôi", "Cancel"],
  close: ["Đóng", "Close"],
  goOn: ["Viết tiếp", "Go on writing"],
  text: ["Văn bản", "Text"],
  textHelp: [
    "Viết bằng Markdown. Đầu mục bắt đầu bằng ##, danh sách bằng dấu -. Dán từ Word thì đề mục và bảng được chuyển theo.",
    "Written in Markdown. Headings begin with ##, lists with -. Pastes from Word keep headings and tables.",
  ],
  preview: ["Xem trước", "Preview"],
  previewWaits: ["Bản xem trước hiện ra khi không còn lỗi.", "The preview shows up once there are no errors."],
  previewOld: ["Đang hiện bản trước khi có lỗi.", "Shown as before the errors."],
  hidePreview: ["Ẩn xem trước", "Hide the preview"],
  showPreview: ["Hiện xem trước", "Show the preview"],
  required: ["bắt buộc", "required"],
  add: (what) => [`Thêm: ${what}`, `Add: ${what}`],
  removeItem: (what) => [`Bỏ ${what}`, `Remove ${what}`],
  moveUp: (what) => [`Đưa ${what} lên`, `Move ${what} up`],
  item: (what, place) => [`${what} ${place}`, `${what} ${place}`],
  none: ["(không ghi)", "(none)"],
  pickHelp: ["Gõ vài chữ, có dấu hay không, rồi chọn trong danh sách.", "Type a few letters and choose from the list."],
  change: (what) => [`Đổi ${what}`, `Change ${what}`],
  changeShort: ["Đổi", "Change"],
  clear: (what) => [`Xóa ${what}`, `Clear ${what}`],
  clearShort: ["Xóa", "Clear"],
  choices: (count) => [`${count} lựa chọn`, count === 1 ? "1 choice" : `${count} choices`],
  upload: ["Thêm tệp từ máy", "Add a file from this machine"],
  uploaded: (name) => [`Đã thêm tệp ${name}`, `${name} was added`],
  uploadExists: [
    "Đã có tệp cùng tên; hãy đổi tên tệp rồi thêm lại.",
    "A file with that name is there; rename yours and add it again.",
  ],
  rawField: ["Viết theo cách riêng; sửa ở “Sửa cả tệp”.", "Change it under “Edit the whole file”."],
  unknownFields: ["Trường khác", "Other fields"],
  wholeFile: ["Sửa cả tệp", "Edit the whole file"],
  asForm: ["Sửa bằng biểu mẫu", "Edit in the form"],
  broken: [
    "Phần đầu tệp không đọc được, nên cả tệp mở ra dưới dạng chữ. Sửa chỗ được báo rồi lưu.",
    "The front matter cannot be read; the whole file is open as text. Mend the place named and save.",
  ],
  file: ["Cả tệp", "The whole file"],
  use: (text) => [`Sửa thành “${text}”`, `Change to “${text}”`],
  line: (number) => [`dòng ${number}`, `line ${number}`],
  problems: ["Lỗi và cảnh báo", "Errors and warnings"],
  severity: (severity) => ({ error: ["Lỗi", "Error"], warning: ["Cảnh báo", "Warning"], note: ["Ghi chú", "Note"] })[severity],
  saveRefused: ["Chưa lưu: có lỗi mới", "Not saved: there are new errors"],
  saveRefusedText: [
    "Bản nháp vẫn được giữ. Sửa những lỗi này, hoặc lưu dù còn lỗi.",
    "The draft is kept. Mend these errors, or save in spite of them.",
  ],
  saveAnyway: ["Lưu dù còn lỗi", "Save in spite of errors"],
  neverSaved: ["Không lưu được", "Cannot be saved"],
  diskFull: ["Đĩa đã đầy; tệp vẫn như cũ và bản nháp vẫn còn.", "The disk is full; the file is as it was and the draft is kept."],
  changedOutside: ["Tệp vừa được sửa ở nơi khác.", "The file has just been changed elsewhere."],
  reloaded: ["Tệp vừa được sửa ở nơi khác; đã nạp lại.", "The file was changed elsewhere; it was loaded again."],
  seeConflict: ["Xem và gộp", "See and merge"],
  gone: ["Tệp không còn nữa.", "The file no longer exists."],
  // Conflicts.
  conflict: ["Hai nơi cùng sửa bản ghi này", "This record was changed in two places"],
  conflictText: [
    "Trong lúc bạn viết, tệp đã được sửa ở nơi khác. Chưa có gì bị ghi đè. Bên dưới là ba bản; hãy chọn cách giữ.",
    "The file was changed elsewhere while you were writing. Nothing was overwritten. Choose which version to go on with.",
  ],
  base: ["Lúc bạn mở", "As you opened it"],
  mine: ["Của bạn", "Yours"],
  theirs: ["Trong tệp bây giờ", "In the file now"],
  takeMerged: ["Dùng bản gộp", "Take the merged version"],
  takeTheirs: ["Dùng bản trong tệp", "Take the file's version"],
  conflictsLeft: (count) => [
    `Có ${count} chỗ hai bên sửa khác nhau; trong bản gộp, chỗ ấy theo bản của bạn.`,
    `Both sides changed ${count} places differently; the merged version has yours there.`,
  ],
  notMergeable: ["Hai bản không gộp được.", "The two versions cannot be merged."],
  // A new record.
  newNumber: ["Số hiệu của văn bản", "Number of the document"],
  newNumberHelp: [
    "Gõ như 36-HD/VPTW hay Kế hoạch 25/KH-UBND ngày 5/6/2020.",
    "Type it like 36-HD/VPTW, with type and date as you like.",
  ],
  isNoNumber: ["Đây chưa phải số hiệu đầy đủ.", "This is no complete number yet."],
  bearers: ["Số này đã có ở", "This number is borne by"],
  otherDocument: ["Là văn bản khác cùng số, vẫn tạo", "It is another document with that number; make it"],
  fromWord: ["Từ tệp Word", "From a Word file"],
  fromWordHelp: [
    "Kéo tệp .docx, .odt, .doc, .pdf vào đây, hoặc chọn tệp. Chưa ghi gì cho đến khi bạn đồng ý.",
    "Drop a .docx, .odt, .doc or .pdf file here. Nothing is written until you agree.",
  ],
  chooseFile: ["Chọn tệp", "Choose a file"],
  takeAdditions: ["Thêm cơ quan, loại văn bản còn thiếu vào danh mục", "Add missing bodies and types to the vocabulary"],
  reading: ["Đang đọc tệp…", "Reading the file…"],
  recognised: ["Nhận ra được", "What was recognised"],
  lost: (count, total) => [
    `${count} trong ${total} chữ của tệp không có trong bản ghi.`,
    `${count} of ${total} words of the file are not in the record.`,
  ],
  create: ["Tạo bản ghi", "Make the record"],
  createPath: (path) => [`Sẽ tạo tệp ${path}`, `The file ${path} will be made`],
  fromNumber: ["Từ số hiệu", "From a number"],
  fromNothing: ["Không có số hiệu", "Without a number"],
  fileName: ["Tên tệp: chữ thường không dấu, số, gạch nối", "Name of the file: small letters, digits, hyphens"],
  exists: ["Đã có bản ghi này.", "This record exists already."],
  openIt: ["Mở bản ghi ấy", "Open that record"],
  // Tools.
  tools: ["Công cụ văn bản", "Tools for the text"],
  heading: ["Đề mục", "Heading"],
  bold: ["Đậm", "Bold"],
  italic: ["Nghiêng", "Italic"],
  list: ["Danh sách", "List"],
  link: ["Liên kết", "Link"],
  table: ["Bảng", "Table"],
  linkText: ["chữ", "words"],
  pasted: ["Đã dán.", "Pasted."],
  pastedWithout: (what) => [`Đã dán, bỏ lại: ${what}.`, `Pasted without: ${what}.`],
};

let place = 0;

/** Chooses the language: `vi` or `en`. */
export const speak = (language) => {
  place = language === "en" ? 1 : 0;
};

/** The words by their names; those that depend on something are functions. */
export const words = new Proxy(all, {
  get: (known, name) => {
    const found = known[name];
    return typeof found === "function" ? (...values) => found(...values)[place] : found[place];
  },
});

export const timeOf = (moment) => new Date(moment).toLocaleTimeString(
  place === 1 ? "en-GB" : "vi-VN",
  { hour: "2-digit", minute: "2-digit" },
);
