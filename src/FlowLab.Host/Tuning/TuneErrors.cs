namespace FlowLab.Host.Tuning;

/// <summary>Every refusal of a search, with its text.</summary>
internal static class TuneErrors
{
    public static FlowLabException NoSpace(string manifest) => new("FLR070",
        $"'{manifest}' says nothing that could be searched: it has neither \"search\" nor \"sweep\". Add, for example, \"search\": {{ \"flow.0.length\": [2, 8, 32], \"optimizer.learningRate\": {{ \"min\": 1e-4, \"max\": 1e-2, \"scale\": \"log\" }} }}.");

    public static FlowLabException Dimension(string path, string what, string expected, string found) => new("FLR071",
        $"$.search.{path}: {what}; expected {expected}; found {found}.");

    public static FlowLabException NotATuning(string folder) => new("FLR072",
        $"'{folder}' is not the folder of a search: it has no tune.json that can be read. Give the folder that 'flowlab tune' wrote.");

    public static FlowLabException FolderInUse(string folder) => new("FLR073",
        $"'{folder}' holds a search already. Go on with it by --resume \"{folder}\", or choose another folder with --out.");

    public static FlowLabException NothingUsable(string folder, string metric) => new("FLR074",
        $"no trial of '{folder}' has a usable '{metric}': all were stopped, failed, or contradict the audit; see the reports of its rungs.");

    public static FlowLabException Budget(string text) => new("FLR075",
        $"--budget is '{text}'; expected a time such as 90s, 10m or 2h.");

    public static FlowLabException NoDirection(string metric) => new("FLR076",
        $"the metric '{metric}' has no better direction, so that nothing can win. Choose another with --metric.");
}
