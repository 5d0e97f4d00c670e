using System.Globalization;
using System.Text.Json;

namespace FlowLab.Host.Manifests;

/// <summary>Reads <c>seeds</c>: a count, a list of different numbers, or { "first": a, "count": n }.</summary>
internal sealed class SeedsReader(FaultCollector faults, SettingsBinder binder)
{
    public const int MostSeeds = 1_000_000;

    private const string Forms = "a count from 1 to 1000000, a list of different whole numbers from 0, or { \"first\": 0, \"count\": 8 }";

    /// <summary>The seeds; one seed, 0, if the manifest does not say.</summary>
    public IReadOnlyList<int> Read(ManifestValue value) => value.Kind switch
    {
        JsonValueKind.Undefined => [0],
        JsonValueKind.Number => ReadNumber(value, 1, MostSeeds) is { } count ? Span(0, count) : [],
        JsonValueKind.Array => ReadList(value),
        JsonValueKind.Object => ReadSpan(value),
        _ => Refuse(value, "no seeds can be read from this"),
    };

    private static IReadOnlyList<int> Span(int first, int count) => [.. Enumerable.Range(first, count)];

    private IReadOnlyList<int> ReadSpan(ManifestValue value)
    {
        binder.CheckKeys(value, ["first", "count"]);
        ManifestValue firstValue = value.Child("first"), countValue = value.Child("count");
        int? first = firstValue.Exists ? ReadNumber(firstValue, 0, int.MaxValue - MostSeeds) : 0;
        int? count = ReadNumber(countValue, 1, MostSeeds);
        return first is { } start && count is { } length ? Span(start, length) : [];
    }

    private IReadOnlyList<int> ReadList(ManifestValue value)
    {
        IReadOnlyList<ManifestValue> elements = value.Elements();
        if (elements.Count is 0 or > MostSeeds)
            return Refuse(value, $"a list of {elements.Count} seeds");
        var seeds = new HashSet<int>();
        foreach (ManifestValue element in elements)
            if (ReadNumber(element, 0, int.MaxValue) is { } seed && !seeds.Add(seed))
                Refuse(element, $"seed {seed} stands in the list twice");
        return [.. seeds];
    }

    private int? ReadNumber(ManifestValue value, int least, int most)
    {
        bool isNumber = value.Kind == JsonValueKind.Number && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        decimal number = isNumber ? decimal.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture) : -1;
        if (isNumber && number == decimal.Truncate(number) && number >= least && number <= most)
            return (int)number;
        Refuse(value, value.Exists ? $"not a whole number from {least} to {most}" : "missing");
        return null;
    }

    private IReadOnlyList<int> Refuse(ManifestValue value, string what)
    {
        faults.Add(new ManifestFault(ManifestFaultNumbers.SeedsInvalid, value.Path, what) { Expected = Forms, Actual = value.Exists ? value.Excerpt : "" });
        return [];
    }
}
