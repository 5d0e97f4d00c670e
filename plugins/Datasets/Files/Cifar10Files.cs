using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>The six binary files of CIFAR-10, which the author offers as one archive.</summary>
[DataFiles(Set, Summary = "Color photographs: 50,000 and 10,000 images of 3 x 32 x 32 in ten classes.", Source = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009")]
public sealed class Cifar10Files : IDataFiles
{
    /// <summary>The name of the set on the command line.</summary>
    public const string Set = "cifar10";

    private const string Folder = "cifar-10-batches-bin/";
    private const string Archive = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz";
    private const long ArchiveBytes = 170_052_171;
    private const long BatchBytes = 30_730_000;
    private const int BatchCount = 10_000;

    private static readonly string[] TrainingSha256 =
    [
        "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
        "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
        "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
        "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
        "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
    ];

    /// <summary>Five batches of 10,000 images.</summary>
    public static IReadOnlyList<DataFile> TrainingBatches { get; } =
        [.. TrainingSha256.Select((sha256, i) => Describe($"data_batch_{i + 1}.bin", $"CIFAR-10 training batch {i + 1} of 5, 10,000 images.", new DataContent(BatchBytes, sha256)))];

    /// <summary>10,000 images, or the first 1,000 of them.</summary>
    public static DataFile TestBatch { get; } = Describe(
        "test_batch.bin", "CIFAR-10 test batch, 10,000 images.",
        new DataContent(BatchBytes, "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"),
        new DataContent(3_073_000, "8314c96d7cd65618193bab23acdd5d4c4af15bf6dd00a1781d55beedf3be1ef5", "the first 1,000 records only: not the published protocol"));

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => [.. TrainingBatches, TestBatch];

    /// <summary>The images of training batches, their last tenth for validation, and those of the test batch. Each keeps its number in the published set.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="batches">Which training batches, 1 to 5, in their order; all of them are the published protocol.</param>
    public static DataSplit Read(IDataFolder folder, IReadOnlyList<int> batches)
    {
        ImageTable training = ImageTable.Join([.. batches.Select(batch => CifarReader.Read(folder.Find(TrainingBatches[batch - 1])))]);
        DataSplit split = DataSplits.OfFiles(training, CifarReader.Read(folder.Find(TestBatch)), training.Count / 10);
        int[] numbers = [.. batches.SelectMany(batch => Enumerable.Range((batch - 1) * BatchCount, BatchCount))];
        return new DataSplit(
            Numbered(split.Training, number => numbers[number]), Numbered(split.Validation, number => numbers[number]),
            Numbered(split.Test, number => number - training.Count + TrainingBatches.Count * BatchCount));
    }

    /// <summary>Which training batches are there.</summary>
    /// <exception cref="FlowLabDataException">None is; or one of them has another content.</exception>
    public static IReadOnlyList<int> FindBatches(IDataFolder folder)
    {
        int[] batches = [.. Enumerable.Range(1, TrainingBatches.Count).Where(batch => folder.FindOptional(TrainingBatches[batch - 1]) is not null)];
        if (batches.Length == 0)
            folder.FindOf(TrainingBatches[0], Set);
        return batches;
    }

    private static DataPart Numbered(DataPart part, Func<int, int> number) => part with { Numbers = [.. part.Numbers.Select(number)] };

    private static DataFile Describe(string name, string summary, params DataContent[] contents) => new()
    {
        Name = Folder + name,
        Summary = summary,
        License = "none stated; for research, cite the report",
        Source = "Alex Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009",
        Contents = contents,
        Mirrors = [new DataMirror(Archive) { MaximumBytes = ArchiveBytes, Member = Folder + name }],
    };
}
