namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>The numbers of an array that are not finite: how many there are, and where the first ones stand.</summary>
internal sealed class ElementFaults
{
    private const int MostNamed = 5;

    private readonly List<(long Element, double Value)> _first = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Notes one.</summary>
    /// <param name="element">Its number in the order of the file.</param>
    /// <param name="value">What it is; finite if it is beyond the range of float32.</param>
    public void Add(long element, double value)
    {
        Count++;
        if (_first.Count < MostNamed)
            _first.Add((element, value));
    }

    /// <summary>"row 17, column 1 is NaN; row 40, column 0 is infinite", in the order of rows whatever that of the file.</summary>
    public string Describe(ArrayHeader header)
    {
        IEnumerable<string> places = _first.Select(fault => (Place: header.PlaceOf(fault.Element), fault.Value))
            .OrderBy(fault => fault.Place, Comparer<long[]>.Create(Compare)).Select(fault => $"{Name(fault.Place)} is {Name(fault.Value)}");
        return string.Join("; ", places) + (Count > _first.Count ? FormattableString.Invariant($"; and {Count - _first.Count} more") : "");
    }

    private static int Compare(long[]? first, long[]? second) => first!.Zip(second!, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);

    private static string Name(long[] place) => place switch
    {
        [var row] => FormattableString.Invariant($"row {row}"),
        [var row, var column] => FormattableString.Invariant($"row {row}, column {column}"),
        _ => $"element [{string.Join(", ", place)}]",
    };

    private static string Name(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? (value > 0 ? "infinite" : "minus infinity") : FormattableString.Invariant($"{value:G4}, beyond float32");
}
