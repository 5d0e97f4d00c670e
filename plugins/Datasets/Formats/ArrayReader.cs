using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>Reads the elements that follow an array's header. All sizes are checked before memory is set aside.</summary>
internal sealed class ArrayReader
{
    private const int ElementsPerRead = 1 << 13;

    private readonly Content _content;
    private readonly ArrayHeader _header;
    private readonly TableLayout _layout;

    private ArrayReader(Content content, ArrayHeader header, TableLayout layout)
    {
        _content = content;
        _header = header;
        _layout = layout;
    }

    /// <summary>The table that the header describes.</summary>
    /// <param name="content">Read up to the end of the header.</param>
    /// <param name="header">What it says.</param>
    /// <param name="channels">Where the channels are, if there are four axes.</param>
    public static ImageTable Read(Content content, ArrayHeader header, ChannelOrder channels)
    {
        TableLayout layout = TableLayout.Of(content.Place, header, channels);
        CheckSize(content, header, layout.Elements);
        return new ArrayReader(content, header, layout).Read();
    }

    private static void CheckSize(Content content, ArrayHeader header, long elements)
    {
        string shape = TableLayout.Describe(header.Shape);
        int size = ElementDecoder.SizeOf(header.Type);
        if (elements > (FormatLimits.MaximumBytes - content.Position) / size)
            throw FormatErrors.TooLarge(content.Place, $"an array of shape {shape}", $"{shape} elements of {FormatErrors.Bytes(size)}", FormatErrors.Bytes(FormatLimits.MaximumBytes));
        long expected = content.Position + elements * size;
        if (content.Length < expected)
            throw FormatErrors.EndsEarly(content.Place, $"the elements of an array of shape {shape}", expected, content.Length);
        if (content.Length > expected)
            throw FormatErrors.BytesFollow(content.Place, $"an array of shape {shape}", expected, FormatErrors.Bytes(content.Length));
    }

    private ImageTable Read()
    {
        bool isBytes = _header.Type == ElementType.UInt8;
        ImageTable table = isBytes
            ? ImageTable.OfBytes(_layout.Count, _layout.Height, _layout.Width, _layout.Channels, _layout.InOrder(ReadBytes()))
            : ImageTable.OfFloats(_layout.Count, _layout.Height, _layout.Width, _layout.Channels, _layout.InOrder(ReadFloats()));
        _content.Finish("the elements");
        return table;
    }

    private byte[] ReadBytes()
    {
        var bytes = new byte[_layout.Elements];
        _content.Read(bytes, "the elements");
        return bytes;
    }

    private float[] ReadFloats()
    {
        var decoder = new ElementDecoder(_header.Type, _header.IsBigEndian);
        var values = new float[_layout.Elements];
        var faults = new ElementFaults();
        var buffer = new byte[Math.Min(ElementsPerRead, values.Length) * decoder.Size];
        for (int first = 0; first < values.Length; first += ElementsPerRead)
        {
            int count = Math.Min(ElementsPerRead, values.Length - first);
            Span<byte> bytes = buffer.AsSpan(0, count * decoder.Size);
            _content.Read(bytes, "the elements");
            decoder.Decode(bytes, values.AsSpan(first, count), first, faults);
        }
        return faults.Count == 0 ? values : throw FormatErrors.NotFinite(_content.Place, faults.Describe(_header), faults.Count);
    }
}
