namespace FlowLab.Host.Manifests;

/// <summary>Collects faults in the order found, each once however many cells share it.</summary>
internal sealed class FaultCollector
{
    private readonly List<ManifestFault> _faults = [];
    private readonly HashSet<ManifestFault> _seen = [];

    /// <summary>All faults so far.</summary>
    public IReadOnlyList<ManifestFault> Faults => _faults;

    /// <summary>Who put values into the cell at hand; the last one that covers a path wins.</summary>
    public IReadOnlyList<ValueOrigin> Origins { get; set; } = [];

    /// <summary>Adds a fault, with the origin of the value at its path.</summary>
    public void Add(ManifestFault fault)
    {
        ValueOrigin? origin = Origins.LastOrDefault(origin => JsonPath.IsAtOrBelow(fault.Path, origin.Path));
        ManifestFault located = origin is null ? fault : fault with { Origin = origin.Locate(fault.Path) };
        if (_seen.Add(located))
            _faults.Add(located);
    }
}
