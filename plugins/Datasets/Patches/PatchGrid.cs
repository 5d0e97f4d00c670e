namespace FlowLab.Plugins.Datasets.Patches;

/// <summary>Where square patches lie in images [Channels, Height, Width] of a table of bytes.</summary>
/// <param name="height">Rows of an image.</param>
/// <param name="width">Columns of an image.</param>
/// <param name="size">Side of a patch.</param>
/// <param name="bytesPerImage">Bytes from one image to the next.</param>
public readonly struct PatchGrid(int height, int width, int size, int bytesPerImage)
{
    private readonly int _height = height;
    private readonly int _width = width;
    private readonly int _size = size;
    private readonly int _bytesPerImage = bytesPerImage;

    /// <summary>The upper left corner of a patch, as the byte of the table: uniform over all places up to 32 / 2^32.</summary>
    /// <param name="image">The row of the image.</param>
    /// <param name="rowBits">32 random bits.</param>
    /// <param name="columnBits">32 random bits.</param>
    public int Corner(int image, uint rowBits, uint columnBits) =>
        image * _bytesPerImage + Below(_height - _size + 1, rowBits) * _width + Below(_width - _size + 1, columnBits);

    /// <summary>How far feature i of a patch [Channels, size, size] is from its corner.</summary>
    public int Offset(int feature)
    {
        int area = _size * _size;
        int channel = feature / area;
        int pixel = feature - channel * area;
        int row = pixel / _size;
        return (channel * _height + row) * _width + pixel - row * _size;
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1: the upper half of a product of 64 bits.</summary>
    public static int Below(int count, uint bits) => (int)(((ulong)bits * (uint)count) >> 32);
}
