namespace FlowLab.Host.Figures;

/// <summary>A figure before it has a format: a chart, a density, a sheet of pictures. <see cref="FigureFormats"/> makes files of it.</summary>
/// <param name="Width">Its width in units of 1/96 inch, the pixels of a page.</param>
/// <param name="Height">Its height in the same units.</param>
/// <param name="Draw">What draws it, its upper left corner in the origin.</param>
internal sealed record Drawing(float Width, float Height, Action<FigureCanvas> Draw);
