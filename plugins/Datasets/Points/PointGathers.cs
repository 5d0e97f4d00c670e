using FlowLab.Plugins.Datasets.Images;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Chooses the reader of a table.</summary>
internal static class PointGathers
{
    /// <summary>How batches are filled from a table.</summary>
    /// <param name="accelerator">The device.</param>
    /// <param name="table">The points.</param>
    /// <param name="isInk">Whether points that are not bits yet are binarized when they are read.</param>
    public static IPointGather Of(Accelerator accelerator, PointTable table, bool isInk)
    {
        // Of floats a word is a number.
        ArrayView<float> floats = table.Words.Cast<float>();
        return (table.Storage, isInk) switch
        {
            (PointStorage.Bits, _) => New(accelerator, new BitReader(table.Words, table.WordsPerPoint)),
            (PointStorage.Bytes, true) => New(accelerator, new InkReader<ByteInk>(new ByteInk(table.Words, table.WordsPerPoint, table.Numbers))),
            (PointStorage.Bytes, false) => New(accelerator, new ByteReader(table.Words, table.WordsPerPoint)),
            (_, true) => New(accelerator, new InkReader<FloatInk>(new FloatInk(floats, table.WordsPerPoint, table.Numbers))),
            _ => New(accelerator, new FloatReader(floats, table.WordsPerPoint)),
        };
    }

    private static PointGather<TReader> New<TReader>(Accelerator accelerator, TReader reader)
        where TReader : struct, IPointReader => new(accelerator, reader);
}
