using FlowLab.Data;

namespace FlowLab.Host.Results;

/// <summary>Which data a cell is trained on, so that a later start can tell whether they are still the same.</summary>
/// <param name="Protocol">What the dataset says of its points: file, binarization, split.</param>
/// <param name="Fingerprint">Digits of the SHA-256 of its values; empty if the dataset does not say.</param>
public sealed record DataIdentity(string Protocol, string Fingerprint)
{
    /// <summary>The axes of a point; null if the database is of a layout that does not know.</summary>
    public PointShape? Shape { get; init; }

    /// <summary>What its numbers are; null if the database is of a layout that does not know.</summary>
    public PointValues? Values { get; init; }

    /// <summary>The identity of a dataset; null for one that draws its points from a generator, which the settings describe whole.</summary>
    public static DataIdentity? Of(IDataset? data) => data is IPointDataset points ? new DataIdentity(points.Protocol, points.Fingerprint) { Shape = points.Shape, Values = points.Values } : null;

    /// <summary>What is different now, for a message; null if nothing is. Values decide where both sides state them.</summary>
    public string? ChangeTo(DataIdentity now)
    {
        bool areStated = Fingerprint.Length > 0 && now.Fingerprint.Length > 0;
        if (areStated ? Fingerprint == now.Fingerprint : Protocol == now.Protocol)
            return null;
        return areStated
            ? $"its data had values with SHA-256 {Fingerprint}... ({Protocol}), and now have {now.Fingerprint}... ({now.Protocol})"
            : $"its data were {Protocol}, and now are {now.Protocol}";
    }
}
