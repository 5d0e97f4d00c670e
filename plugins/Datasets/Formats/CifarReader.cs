using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// The binary format of CIFAR-10: records of one label (0 to 9) and 3 x 32 x 32 bytes, red, green and blue plane, without header. The file
/// may be compressed (.gz). A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009.
/// </summary>
public static class CifarReader
{
    private const int Channels = 3;
    private const int Side = 32;
    private const int Classes = 10;
    private const int PixelBytes = Channels * Side * Side;
    private const int RecordBytes = 1 + PixelBytes;

    /// <summary>Reads a file, labels included.</summary>
    /// <exception cref="Data.FlowLabDataException">The file cannot be used; nothing else is thrown, whatever it holds.</exception>
    public static ImageTable Read(string path)
    {
        using Content content = Content.Open(path);
        return Read(content);
    }

    /// <summary>Reads a stream that can seek, and closes it.</summary>
    public static ImageTable Read(Stream stream, string name)
    {
        using Content content = Content.Of(stream, name);
        return Read(content);
    }

    private static ImageTable Read(Content content)
    {
        int count = CountRecords(content);
        var pixels = new byte[count * (long)PixelBytes];
        var labels = new byte[count];
        for (int record = 0; record < count; record++)
        {
            content.Read(labels.AsSpan(record, 1), $"record {record}");
            if (labels[record] >= Classes)
                throw FormatErrors.WrongLabel(content.Place, record, labels[record], Classes);
            content.Read(pixels.AsSpan(record * PixelBytes, PixelBytes), $"record {record}");
        }
        content.Finish("the last record");
        return ImageTable.OfBytes(count, Side, Side, Channels, pixels, labels);
    }

    private static int CountRecords(Content content)
    {
        if (content.Length > FormatLimits.MaximumBytes)
            throw FormatErrors.TooLarge(content.Place, "the file", FormatErrors.Bytes(content.Length), FormatErrors.Bytes(FormatLimits.MaximumBytes));
        (long count, long rest) = Math.DivRem(content.Length, RecordBytes);
        if (rest != 0 || count == 0)
            throw FormatErrors.EndsEarly(content.Place, $"record {count} of {RecordBytes} bytes", (count + 1) * RecordBytes, content.Length);
        return (int)count;
    }
}
