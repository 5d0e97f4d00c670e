using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.Sets;

/// <summary>
/// Video frames of one face, [1, 28, 20], as intensities k / 255: 1,565 / 200 / 200 after a shuffle with seed 0. Neighboring frames are much alike, so
/// that test frames have near copies among the training frames. On the device: 1.1 MB.
/// </summary>
[Dataset("freyfaces", Summary = "Gray video frames of one face, 28 x 20.", Source = "Brendan Frey, from Sam Roweis's data page; split as by van den Berg et al. 2018")]
public sealed class FreyFaces(IDataFolder folder, PointTables tables)
    : PointSet(tables.Accelerator, Open(folder, tables), PointSetRule.None, "Frey faces, shuffled frames of one video (test frames resemble training frames)")
{
    private static PointTable Open(IDataFolder folder, PointTables tables)
    {
        string file = folder.Find(FreyFacesFiles.Frames);
        return tables.Get($"freyfaces {FileVersion.Of(file)}", BinarizationKind.None, 0, () => FreyFacesFiles.Read(folder));
    }
}
