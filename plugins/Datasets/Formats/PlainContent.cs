using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>A file that is not compressed.</summary>
internal sealed class PlainContent(string place, Stream stream) : Content(place, stream.Length, stream)
{
    /// <inheritdoc/>
    protected override FlowLabDataException Refuse(InvalidDataException failure) => FormatErrors.Unreadable(Place, failure);
}
