namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// How the axes of an array in a file become points of C planes of H x W: [N], [N, D], [N, H, W], [N, C, H, W] or [N, H, W, C]. The
/// strides say where element (n, c, h, w) is in the file, so that both orders of axes and both of channels are one loop.
/// </summary>
internal sealed class TableLayout
{
    private const string Expected = "[N], [N, D], [N, H, W], or four axes with channels, and at least one element";
    private const int MaximumAxes = 4;

    private readonly long[] _lengths;
    private readonly long[] _strides;

    private TableLayout(long[] lengths, long[] strides)
    {
        _lengths = lengths;
        _strides = strides;
    }

    /// <summary>All elements; more than any limit if the true product is.</summary>
    public long Elements => Product(_lengths);

    public int Count => (int)_lengths[0];

    public int Channels => (int)_lengths[1];

    public int Height => (int)_lengths[2];

    public int Width => (int)_lengths[3];

    /// <summary>The layout of the array that a header describes.</summary>
    public static TableLayout Of(string place, ArrayHeader header, ChannelOrder channels)
    {
        long[] shape = [.. header.Shape];
        if (shape.Length is 0 or > MaximumAxes || shape.Contains(0))
            throw FormatErrors.WrongShape(place, Describe(shape), Expected);
        int[] axes = AxesOf(shape.Length, channels);
        long[] strides = StridesOf(shape, header.IsFortranOrder);
        return new TableLayout([.. axes.Select(axis => axis < 0 ? 1 : shape[axis])], [.. axes.Select(axis => axis < 0 ? 0 : strides[axis])]);
    }

    /// <summary>A shape as people write it.</summary>
    public static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>The elements with channels first and the last axis fastest; the same array if they are so already.</summary>
    public T[] InOrder<T>(T[] elements)
    {
        if (_strides.SequenceEqual(Natural()))
            return elements;
        var ordered = new T[elements.Length];
        int next = 0;
        for (long n = 0; n < _lengths[0]; n++)
            for (long c = 0; c < _lengths[1]; c++)
                for (long h = 0; h < _lengths[2]; h++)
                    for (long w = 0; w < _lengths[3]; w++)
                        ordered[next++] = elements[n * _strides[0] + c * _strides[1] + h * _strides[2] + w * _strides[3]];
        return ordered;
    }

    /// <summary>The axis of the file that is each of count, channels, height, width; -1 for one that the file lacks.</summary>
    private static int[] AxesOf(int axes, ChannelOrder channels) => axes switch
    {
        1 => [0, -1, -1, -1],
        2 => [0, -1, -1, 1],
        3 => [0, -1, 1, 2],
        _ => channels == ChannelOrder.First ? [0, 1, 2, 3] : [0, 3, 1, 2],
    };

    private static long[] StridesOf(long[] shape, bool isFortranOrder) =>
        [.. shape.Select((_, axis) => Product(isFortranOrder ? shape[..axis] : shape[(axis + 1)..]))];

    private IEnumerable<long> Natural() =>
        StridesOf(_lengths, isFortranOrder: false).Select((stride, axis) => _strides[axis] == 0 ? 0 : stride);

    /// <summary>The product, or the largest number if it does not fit: claims multiply to anything.</summary>
    private static long Product(IEnumerable<long> lengths) =>
        (long)Math.Min(lengths.Aggregate(1.0, (product, length) => product * length), FormatLimits.MaximumBytes + 1.0);
}
