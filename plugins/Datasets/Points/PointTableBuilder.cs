using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>
/// Brings a split to a device, a few megabytes at a time. What is binarized statically is binarized there, so that only its bits stay.
/// </summary>
internal sealed class PointTableBuilder
{
    private const int WordsPerUpload = 1 << 20;
    private const int FingerprintDigits = 12;

    private readonly Accelerator _accelerator;
    private readonly DataSplit _split;
    private readonly PointValues _values;
    private readonly PointStorage _storage;
    private readonly int _noiseSeed;
    private readonly PointPacking[] _packings;

    /// <param name="accelerator">The device.</param>
    /// <param name="split">The points.</param>
    /// <param name="kind">How they are binarized; points that are 0 or 1 already stay as they are.</param>
    /// <param name="noiseSeed">The seed of static binarization.</param>
    public PointTableBuilder(Accelerator accelerator, DataSplit split, BinarizationKind kind, int noiseSeed)
    {
        _accelerator = accelerator;
        _split = split;
        _noiseSeed = noiseSeed;
        _values = ValueScan.Classify(split);
        bool isBinary = _values == PointValues.Binary;
        _packings = [.. split.Parts.Select(part => new PointPacking(part.Images, isBinary))];
        _storage = kind == BinarizationKind.Static || isBinary ? PointStorage.Bits
            : split.Training.Images.Bytes is null ? PointStorage.Floats : PointStorage.Bytes;
    }

    private ImageTable Training => _split.Training.Images;

    private int WordsPerPoint => _storage == PointStorage.Bits
        ? (Training.Dimension + BitReader.FeaturesPerWord - 1) / BitReader.FeaturesPerWord
        : _packings[0].WordsPerPoint;

    /// <summary>The table; whoever asked owns it.</summary>
    public PointTable Build()
    {
        int[] numbers = [.. _split.Parts.SelectMany(part => part.Numbers)];
        bool isListed = !numbers.AsSpan().SequenceEqual([.. Enumerable.Range(0, numbers.Length)]);
        MemoryBuffer1D<uint, Stride1D.Dense> words = _accelerator.Allocate1D<uint>(numbers.Length * (long)WordsPerPoint);
        MemoryBuffer1D<int, Stride1D.Dense> numbersOnDevice = _accelerator.Allocate1D(isListed ? numbers : [0]);
        string fingerprint = Upload(words, new PointNumbers(numbersOnDevice.View.BaseView, isListed ? 1 : 0, 0));
        return new PointTable(
            words, numbersOnDevice, isListed, [.. _split.Parts.Select(part => part.Images.Count)], [.. _split.Parts.Select(part => part.Images.Labels)])
        {
            Shape = new PointShape(Training.Channels, Training.Height, Training.Width),
            Storage = _storage,
            Values = _values,
            FigureGrid = FigureRange.Of(Training, _values),
            Fingerprint = fingerprint,
            WordsPerPoint = WordsPerPoint,
        };
    }

    private string Upload(MemoryBuffer1D<uint, Stride1D.Dense> words, PointNumbers numbers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int row = 0;
        foreach (PointPacking packing in _packings)
        {
            int count = _split.Parts[Array.IndexOf(_packings, packing)].Images.Count;
            int most = Math.Max(1, WordsPerUpload / packing.WordsPerPoint);
            for (int first = 0; first < count; first += most)
            {
                int points = Math.Min(most, count - first);
                uint[] packed = packing.Pack(first, points);
                hash.AppendData(MemoryMarshal.AsBytes(packed.AsSpan()));
                Store(packed, points, words.View.BaseView.SubView(row * (long)WordsPerPoint, points * (long)WordsPerPoint), numbers.From(row));
                row += points;
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintDigits];
    }

    private void Store(uint[] packed, int points, ArrayView<uint> place, PointNumbers numbers)
    {
        if (_storage != PointStorage.Bits)
        {
            place.CopyFromCPU(packed);
            return;
        }
        using MemoryBuffer1D<uint, Stride1D.Dense> intensities = _accelerator.Allocate1D(packed);
        ArrayView<uint> view = intensities.View.BaseView;
        if (Training.Bytes is null)
            Binarize(new FloatInk(view.Cast<float>(), packed.Length / points, numbers), points, place);
        else
            Binarize(new ByteInk(view, packed.Length / points, numbers), points, place);
        _accelerator.Synchronize();
    }

    private void Binarize<TInk>(TInk ink, int points, ArrayView<uint> words)
        where TInk : struct, IInkReader
    {
        var binarize = _accelerator.LoadAutoGroupedStreamKernel<Index2D, TInk, int, int, int, ArrayView<uint>>(PointKernels.Binarize<TInk>);
        int blocks = _packings[0].FeaturesPerPoint / Binarization.PixelsPerBlock;
        binarize(new Index2D(WordsPerPoint, points), ink, _noiseSeed, blocks, WordsPerPoint, words);
    }
}
