namespace FlowLab.Host.Manifests;

/// <summary>Who put a value into a cell, if it was not the manifest's own text at that path.</summary>
/// <param name="Path">JSON path of the value within the cell.</param>
/// <param name="Source">JSON path within the sweep, or the <c>--set</c> option.</param>
internal sealed record ValueOrigin(string Path, string Source)
{
    /// <summary>Where the value at <paramref name="path"/>, at or below <see cref="Path"/>, was written.</summary>
    public string Locate(string path) => Source.StartsWith(JsonPath.Root, StringComparison.Ordinal) ? Source + path[Path.Length..] : Source;
}
