namespace FlowLab.Host.Manifests;

/// <summary>A published number that a cell is compared with.</summary>
/// <param name="At">Axis to the label of the cell's value on it; axes that are not named do not matter.</param>
/// <param name="Value">The number, in the metric's unit.</param>
/// <param name="Note">What has to be said about it, such as "upper bound"; may be empty.</param>
public sealed record ReferenceValue(IReadOnlyDictionary<string, string> At, double Value, string Note)
{
    /// <summary>Whether the number is about a cell with these labels.</summary>
    public bool IsAbout(IReadOnlyDictionary<string, string> labels) =>
        At.All(place => labels.TryGetValue(place.Key, out string? label) && (label == place.Value || IsSameNumber(label, place.Value)));

    /// <summary>The labels in one line.</summary>
    public override string ToString() => At.Count == 0 ? "all cells" : string.Join(", ", At.Values);

    private static bool IsSameNumber(string a, string b) =>
        double.TryParse(a, System.Globalization.CultureInfo.InvariantCulture, out double first)
        && double.TryParse(b, System.Globalization.CultureInfo.InvariantCulture, out double second) && first == second;
}
