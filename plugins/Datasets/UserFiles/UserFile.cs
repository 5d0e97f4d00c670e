using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.UserFiles;

/// <summary>Finds and reads a user's file, whose first bytes tell the format.</summary>
internal static class UserFile
{
    private const string Formats = "a NumPy array (.npy, which begins with 93 'NUMPY'), an archive of them (.npz, 'PK') or an IDX file (00 00)";

    /// <summary>The full path of a file that exists.</summary>
    public static string Find(string path, IDataFolder folder)
    {
        if (path.Length == 0)
            throw UserFileErrors.NoPath();
        if (path.Contains('\0'))
            throw UserFileErrors.NotThere(path, path);
        string full = Path.GetFullPath(Path.IsPathRooted(path) ? path : Path.Combine(folder.Path, path));
        return File.Exists(full) ? full : throw UserFileErrors.NotThere(path, full);
    }

    /// <summary>The points of a file, divided and fit for the binarization.</summary>
    public static DataSplit Read(string path, NumpyFileSettings settings)
    {
        ImageTable points = ReadPoints(path, settings);
        if (settings.Binarization != BinarizationKind.None && ValueScan.FirstOutside(points) is >= 0 and var at)
            throw UserFileErrors.NotInUnitInterval(path, at / points.Dimension, at % points.Dimension, points.Floats![at]);
        return settings.Split == SplitRule.Shuffled ? DataSplits.OfUserFile(points, settings.SplitSeed) : DataSplits.OfUserSeries(points);
    }

    private static ImageTable ReadPoints(string path, NumpyFileSettings settings)
    {
        byte[] start = Start(path);
        if (start is [(byte)'P', (byte)'K'])
            return NpzReader.Read(path, settings.Array.Length == 0 ? null : settings.Array, settings.Channels);
        if (settings.Array.Length != 0)
            throw UserFileErrors.NoArchive(path, settings.Array);
        return start switch
        {
            [0x93, _] => NpyReader.Read(path, settings.Channels),
            [0, 0] => IdxReader.Read(path, settings.Channels),
            _ => throw FormatErrors.WrongFormat(path, Formats, start),
        };
    }

    /// <summary>The first two bytes of the content.</summary>
    private static byte[] Start(string path)
    {
        using Content content = Content.Open(path);
        var start = new byte[2];
        content.Read(start, "the header");
        return start;
    }
}
