using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.UserFiles;

/// <summary>
/// A user's own points: [N, D], [N, H, W] or four axes with channels, in a .npy, .npz or IDX file. Bytes are intensities k / 255, unless all are 0 or 1;
/// numbers are intensities if all are within [0, 1], and real otherwise. On the device: a byte per feature of a file of bytes, four of any other, a bit of
/// what is 0 or 1 or binarized statically; points are padded to four bytes, or four numbers.
/// </summary>
[Dataset("npy", Summary = "Points of your own .npy, .npz or IDX file.", Source = "The formats of NumPy and of MNIST")]
public sealed class NumpyFile(NumpyFileSettings settings, IDataFolder folder, PointTables tables)
    : PointSet(tables.Accelerator, Open(settings, folder, tables), new PointSetRule(settings.Binarization, settings.BinarizationSeed), Describe(settings, folder, tables))
{
    private static PointTable Open(NumpyFileSettings settings, IDataFolder folder, PointTables tables)
    {
        string path = UserFile.Find(settings.Path, folder);
        string source = FormattableString.Invariant($"npy {FileVersion.Of(path)} {settings.Array} {settings.Channels} {settings.Split} {settings.SplitSeed}");
        PointTable table = tables.Get(source, settings.Binarization, settings.BinarizationSeed, () => UserFile.Read(path, settings));
        if (settings.Binarization != BinarizationKind.None && table.Values == PointValues.Real)
            UserFile.Read(path, settings); // Another cell uses the numbers as they are; reading them for this one says which of them is none to binarize.
        return table;
    }

    private static string Describe(NumpyFileSettings settings, IDataFolder folder, PointTables tables)
    {
        string split = settings.Split == SplitRule.Shuffled ? FormattableString.Invariant($"shuffled split, seed {settings.SplitSeed}") : "split in order";
        string array = settings.Array.Length == 0 ? "" : $"[{settings.Array}]";
        return $"{Path.GetFileName(settings.Path)}{array} (SHA-256 of values {Open(settings, folder, tables).Fingerprint}...), {split}";
    }
}
