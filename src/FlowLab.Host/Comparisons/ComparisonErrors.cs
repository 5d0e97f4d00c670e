namespace FlowLab.Host.Comparisons;

/// <summary>Every refusal of a comparison, with its text.</summary>
internal static class ComparisonErrors
{
    public static FlowLabException NoSuchMetric(string name, IEnumerable<string> names) => new("FLR060",
        $"no run has the metric '{name}'. Choose one with --metric: {List(names)}.");

    public static FlowLabException NothingMeasured(string runs) => new("FLR061",
        $"there is nothing to compare: no cell of {runs} has final numbers. Cells get them when their training ends; go on with run --resume.");

    public static FlowLabException NoSuchAxis(string path, IEnumerable<string> axes) => new("FLR062",
        $"no cell has a value for '{path}'. Compare by an axis of the sweep ({List(axes)}), by 'run', or by a setting such as flow.type, flow.length or optimizer.learningRate.");

    public static FlowLabException OneGroup(string by, string group) => new("FLR063",
        $"all cells belong to one group, '{group}', so that there is nothing to compare it with. Give other axes than '{by}' to --by, or more runs.");

    public static FlowLabException NoReference(string folder) => new("FLR064",
        $"the manifest of '{folder}' names no reference (report.reference) to lay the run beside.");

    public static FlowLabException NoFormat(string file) => new("FLR065",
        $"'{file}' is the name of no figure: expected one that ends in {string.Join(", ", Figures.FigureFormats.Extensions)}.");

    private static string List(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));
}
