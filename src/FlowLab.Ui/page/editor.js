// The manifest editor: Monaco with the JSON Schema of manifests.

let editor, loading, opening;

function load() {
    return loading ??= new Promise((resolve, reject) => {
        const root = new URL("monaco/vs", document.baseURI).href, script = document.createElement("script");
        window.MonacoEnvironment = { getWorkerUrl: () => root + "/base/worker/workerMain.js" };
        script.src = root + "/loader.js";
        script.onerror = reject;
        script.onload = () => {
            window.require.config({ paths: { vs: root } });
            window.require(["vs/editor/editor.main"], resolve, reject);
        };
        document.head.append(script);
    });
}

const theme = isDark => isDark ? "vs-dark" : "vs";

async function create(element, text, schema, isDark) {
    await load();
    monaco.languages.json.jsonDefaults.setDiagnosticsOptions({
        validate: true, allowComments: true, trailingCommas: "ignore", schemas: [{ uri: "flowlab://manifest", fileMatch: ["*"], schema: JSON.parse(schema) }],
    });
    editor = monaco.editor.create(element, {
        value: text, language: "json", theme: theme(isDark), automaticLayout: true, minimap: { enabled: false }, scrollBeyondLastLine: false, tabSize: 2,
        quickSuggestions: { other: true, comments: false, strings: true }, fixedOverflowWidgets: true, ariaLabel: "Manifest",
    });
}

// Whatever is asked while the editor is still loading waits for it.

export const open = (...parts) => opening = create(...parts);

export async function change(text, isDark) {
    await opening;
    monaco.editor.setTheme(theme(isDark));
    if (text !== null)
        editor.setValue(text);
}

export async function read() {
    await opening;
    return editor.getValue();
}

export async function close() {
    await opening;
    editor.getModel()?.dispose();
    editor.dispose();
}
