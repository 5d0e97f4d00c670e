namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The kernel side of a table of intensities: a struct that binarizes four neighboring features of one point.</summary>
public interface IInkReader
{
    /// <summary>The ink of the features 4 * <paramref name="block"/> to 4 * <paramref name="block"/> + 3, in the bits 0 to 3.</summary>
    uint Ink(PointAddress address, int block);
}
