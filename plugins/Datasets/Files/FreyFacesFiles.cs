using System.Text;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>
/// Frey faces as one .npy file. No mirror has it in this form: one has the same pixels in a MATLAB file, one in a pickle. Neither is parsed,
/// let alone executed; the pixels are found in it by their checksum.
/// </summary>
[DataFiles("freyfaces", Summary = "1,965 gray video frames of one face, 28 x 20.", Source = "Brendan Frey; distributed by Sam Roweis")]
public sealed class FreyFacesFiles : IDataFiles
{
    /// <summary>Frames for validation, and as many for test: 1,565 / 200 / 200 as in van den Berg et al., Sylvester Normalizing Flows, UAI 2018.</summary>
    public const int PartCount = 200;

    private const int HeaderBytes = 128;

    /// <summary>All frames, in the order of the video.</summary>
    public static DataFile Frames { get; } = new()
    {
        Name = "freyfaces.npy",
        Summary = "Frey faces, 1,965 frames of 28 x 20, u1.",
        License = "none stated; customary research use, credit both",
        Source = "Brendan Frey, from Sam Roweis's data page",
        Contents = [new DataContent(1_100_528, "2177ea074dc1d5ce35294c687dfce79ced65db6d7b745d95a2e1757fcfbe41c0")],
        Mirrors =
        [
            Mirror("https://cs.nyu.edu/~roweis/data/frey_rawface.mat"),
            Mirror("https://raw.githubusercontent.com/riannevdberg/sylvester-flows/32dde9b7d696fee94f946a338182e542779eecfe/data/Freyfaces/freyfaces.pkl"),
        ],
        Advice = "with frey_rawface.mat at hand: python3 -c \"import numpy, scipy.io; " +
            "numpy.save('freyfaces.npy', scipy.io.loadmat('frey_rawface.mat')['ff'].T.reshape(-1, 28, 20))\"",
    };

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [Frames];

    /// <summary>
    /// The frames, 1,565 / 200 / 200 after a shuffle with a fixed seed. Neighboring frames are much alike, so that test frames have
    /// near copies among the training frames: figures compare with the literature, but say little about generalization.
    /// </summary>
    public static DataSplit Read(IDataFolder folder, int seed = 0) =>
        DataSplits.Shuffled(NpyReader.Read(folder.Find(Frames)), PartCount, PartCount, seed);

    private static DataMirror Mirror(string url) => new(url) { Prefix = Header() };

    /// <summary>What numpy.save writes before the pixels: format 1.0, padded with spaces to 128 bytes.</summary>
    private static byte[] Header()
    {
        const string Text = "{'descr': '|u1', 'fortran_order': False, 'shape': (1965, 28, 20), }";
        byte[] start = [0x93, .. "NUMPY"u8, 1, 0, HeaderBytes - 10, 0];
        return [.. start, .. Encoding.ASCII.GetBytes(Text.PadRight(HeaderBytes - start.Length - 1) + "\n")];
    }
}
