namespace FlowLab.Plugins.Datasets.Images;

/// <summary>
/// Points of equal shape in memory, to be uploaded to a device: [Count, Channels, Height, Width], the last fastest. Vectors are images of
/// height 1. The values are bytes, if the file has bytes, and single-precision numbers otherwise.
/// </summary>
public sealed class ImageTable
{
    private ImageTable(int count, int height, int width, int channels, byte[]? bytes, float[]? floats, byte[]? labels)
    {
        Count = count;
        Height = height;
        Width = width;
        Channels = channels;
        Bytes = bytes;
        Floats = floats;
        Labels = labels;
        CheckLength((bytes?.LongLength ?? floats!.LongLength) == count * (long)Dimension && (labels is null || labels.Length == count));
    }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>Planes of an image, such as red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>Numbers of a point.</summary>
    public int Dimension => Channels * Height * Width;

    /// <summary>The values, 0 to 255; null if they are <see cref="Floats"/>.</summary>
    public byte[]? Bytes { get; }

    /// <summary>The values; null if they are <see cref="Bytes"/>.</summary>
    public float[]? Floats { get; }

    /// <summary>The class of each point, if the file has it.</summary>
    public byte[]? Labels { get; }

    /// <summary>A table of bytes.</summary>
    public static ImageTable OfBytes(int count, int height, int width, int channels, byte[] bytes, byte[]? labels = null) =>
        new(count, height, width, channels, bytes, null, labels);

    /// <summary>A table of single-precision numbers.</summary>
    public static ImageTable OfFloats(int count, int height, int width, int channels, float[] floats, byte[]? labels = null) =>
        new(count, height, width, channels, null, floats, labels);

    /// <summary>The same points with their classes.</summary>
    public ImageTable WithLabels(byte[]? labels) => new(Count, Height, Width, Channels, Bytes, Floats, labels);

    /// <summary>The points with these numbers, in this order.</summary>
    public ImageTable Select(IReadOnlyList<int> points) =>
        new(points.Count, Height, Width, Channels, Select(Bytes, points, Dimension), Select(Floats, points, Dimension), Select(Labels, points, 1));

    /// <summary>The points of several tables of one shape, one after the other.</summary>
    public static ImageTable Join(IReadOnlyList<ImageTable> tables)
    {
        ImageTable first = tables[0];
        CheckLength(tables.All(table => table.HasShapeOf(first)));
        return new ImageTable(
            tables.Sum(table => table.Count), first.Height, first.Width, first.Channels,
            Join(tables, table => table.Bytes), Join(tables, table => table.Floats), Join(tables, table => table.Labels));
    }

    private bool HasShapeOf(ImageTable other) =>
        (Height, Width, Channels, Bytes is null, Labels is null) == (other.Height, other.Width, other.Channels, other.Bytes is null, other.Labels is null);

    private static T[]? Select<T>(T[]? values, IReadOnlyList<int> points, int dimension)
    {
        if (values is null)
            return null;
        var selected = new T[points.Count * (long)dimension];
        for (int i = 0; i < points.Count; i++)
            values.AsSpan(points[i] * dimension, dimension).CopyTo(selected.AsSpan(i * dimension));
        return selected;
    }

    private static T[]? Join<T>(IReadOnlyList<ImageTable> tables, Func<ImageTable, T[]?> values)
    {
        if (values(tables[0]) is null)
            return null;
        var joined = new T[tables.Sum(table => values(table)!.LongLength)];
        long at = 0;
        foreach (T[] part in tables.Select(table => values(table)!))
        {
            part.CopyTo(joined, at);
            at += part.LongLength;
        }
        return joined;
    }

    private static void CheckLength(bool fits)
    {
        if (!fits)
            throw new ArgumentException("The values do not fit the table's shape.");
    }
}
