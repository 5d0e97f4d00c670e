using FlowLab.Data;
using FlowLab.Energies;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The points of a dataset in the memory of a device, one row each: those for training first, then validation, then test.</summary>
public sealed class PointTable : IDisposable
{
    private readonly MemoryBuffer1D<uint, Stride1D.Dense> _words;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _numbers;
    private readonly bool _isListed;
    private readonly int[] _counts;
    private readonly byte[]?[] _labels;

    internal PointTable(MemoryBuffer1D<uint, Stride1D.Dense> words, MemoryBuffer1D<int, Stride1D.Dense> numbers, bool isListed, int[] counts, byte[]?[] labels)
    {
        _words = words;
        _numbers = numbers;
        _isListed = isListed;
        _counts = counts;
        _labels = labels;
    }

    /// <summary>The axes of a point.</summary>
    public required PointShape Shape { get; init; }

    /// <summary>How the points are stored.</summary>
    public required PointStorage Storage { get; init; }

    /// <summary>What the numbers of the file are.</summary>
    public required PointValues Values { get; init; }

    /// <summary>What figures show, of two-dimensional points.</summary>
    public EnergyGrid? FigureGrid { get; init; }

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the file's values in the order of the rows.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Words of 32 bits that a point takes.</summary>
    public required int WordsPerPoint { get; init; }

    /// <summary>Memory of the device that the table takes.</summary>
    public long LengthInBytes => _words.LengthInBytes + _numbers.LengthInBytes;

    /// <summary>The points, <see cref="WordsPerPoint"/> words each.</summary>
    public ArrayView<uint> Words => _words.View.BaseView;

    /// <summary>The number of each row in the whole dataset.</summary>
    public PointNumbers Numbers => new(_numbers.View.BaseView, _isListed ? 1 : 0, 0);

    /// <summary>Points of a part.</summary>
    public int Count(DataSubset subset) => _counts[(int)subset];

    /// <summary>The row that a part begins with.</summary>
    public int First(DataSubset subset) => _counts[..(int)subset].Sum();

    /// <summary>The classes of a part's points, if the files have them.</summary>
    public byte[]? Labels(DataSubset subset) => _labels[(int)subset];

    /// <inheritdoc/>
    public void Dispose()
    {
        _words.Dispose();
        _numbers.Dispose();
    }
}
