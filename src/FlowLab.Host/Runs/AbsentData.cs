using FlowLab.Data;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>In the place of data that are not here, for what needs no more than the axes of a point: to draw from a model, and to write its parameters.</summary>
/// <param name="identity">What the run knows of its data.</param>
/// <param name="missing">The refusal of the dataset itself, for whoever asks for points after all.</param>
internal sealed class AbsentData(DataIdentity identity, FlowLabException missing) : IPointDataset
{
    private static readonly string[] NumbersOfMissing = ["FLD016", "FLD020", "FLD021"];

    /// <inheritdoc/>
    public int Dimension => Shape.Dimension;

    /// <inheritdoc/>
    public PointShape Shape => identity.Shape!;

    /// <inheritdoc/>
    public PointValues Values => identity.Values!.Value;

    /// <inheritdoc/>
    public string Protocol => identity.Protocol;

    /// <inheritdoc/>
    public string Fingerprint => identity.Fingerprint;

    /// <summary>Data like those of a run; null if they are there, or if the run does not know enough of them.</summary>
    /// <param name="identity">What the run knows of its data; null: nothing.</param>
    /// <param name="refusal">Why they cannot be read.</param>
    public static AbsentData? Of(DataIdentity? identity, FlowLabException refusal) =>
        NumbersOfMissing.Contains(refusal.Number) && identity is { Shape: not null, Values: not null } ? new AbsentData(identity, refusal) : null;

    /// <inheritdoc/>
    public int Count(DataSubset subset) => throw missing;

    /// <inheritdoc/>
    public byte[]? Labels(DataSubset subset) => throw missing;

    /// <inheritdoc/>
    public void Gather(in DataGather gather) => throw missing;

    /// <inheritdoc/>
    public void Draw(in DataDraw draw) => throw missing;

    /// <summary>Nothing: it holds no memory.</summary>
    public void Dispose()
    {
    }
}
