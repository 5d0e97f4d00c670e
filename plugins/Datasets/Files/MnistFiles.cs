using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>The four files of MNIST. The checksums are those of the official contents, whatever compressed them.</summary>
[DataFiles(Set, Summary = "Handwritten digits: 60,000 and 10,000 gray images of 28 x 28 with labels.", Source = "LeCun, Cortes and Burges, from NIST data")]
public sealed class MnistFiles : IDataFiles
{
    /// <summary>Points of the training file that are for validation.</summary>
    public const int ValidationCount = 10_000;

    private const string Set = "mnist";

    private static readonly string[] Mirrors = ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"];

    /// <summary>60,000 images.</summary>
    public static DataFile TrainingImages { get; } = Describe(
        "train-images-idx3-ubyte", "MNIST training images.", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");

    /// <summary>60,000 labels.</summary>
    public static DataFile TrainingLabels { get; } = Describe(
        "train-labels-idx1-ubyte", "MNIST training labels.", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");

    /// <summary>10,000 images.</summary>
    public static DataFile TestImages { get; } = Describe(
        "t10k-images-idx3-ubyte", "MNIST test images.", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");

    /// <summary>10,000 labels.</summary>
    public static DataFile TestLabels { get; } = Describe(
        "t10k-labels-idx1-ubyte", "MNIST test labels.", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [TrainingImages, TrainingLabels, TestImages, TestLabels];

    /// <summary>The images in the split of the literature, 50,000 / 10,000 / 10,000, with their classes if the files of labels are there.</summary>
    public static DataSplit Read(IDataFolder folder) => DataSplits.OfFiles(
        Read(folder, TrainingImages, TrainingLabels), Read(folder, TestImages, TestLabels), ValidationCount);

    /// <summary>Tells whether the files are those that were read before.</summary>
    /// <exception cref="FlowLabDataException">A file of images is not there.</exception>
    public static string Version(IDataFolder folder) => string.Join(
        ' ', new[] { folder.FindOf(TrainingImages, Set), folder.FindOf(TestImages, Set), folder.FindOptional(TrainingLabels), folder.FindOptional(TestLabels) }
            .OfType<string>().Select(FileVersion.Of));

    private static ImageTable Read(IDataFolder folder, DataFile images, DataFile labels) =>
        IdxReader.Read(folder.Find(images)).WithLabels(folder.FindOptional(labels) is { } file ? IdxReader.Read(file).Bytes : null);

    private static DataFile Describe(string name, string summary, long bytes, string sha256) => new()
    {
        Name = name,
        Summary = summary,
        License = "CC BY-SA 3.0, as commonly stated",
        Source = "Yann LeCun, Corinna Cortes, Christopher J. C. Burges",
        Contents = [new DataContent(bytes, sha256)],
        Mirrors = [.. Mirrors.Select(folder => new DataMirror($"{folder}{name}.gz"))],
    };
}
