namespace FlowLab.Data;

/// <summary>The axes of a data point, [Channels, Height, Width] with the last fastest; a vector of D numbers is [1, 1, D].</summary>
/// <param name="Channels">Planes of an image, such as red, green and blue.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
public sealed record PointShape(int Channels, int Height, int Width)
{
    /// <summary>Numbers of a point, D.</summary>
    public int Dimension => Channels * Height * Width;

    /// <summary>Whether points can be drawn as pictures: more than one row, in gray or in red, green and blue.</summary>
    public bool IsImage => Height > 1 && Channels is 1 or 3;
}
