using FlowLab.Data;
using FlowLab.Random;

namespace FlowLab.Plugins.Datasets.Images;

/// <summary>
/// Rules that divide files into parts. They depend on nothing but the number of points and the split's own seed, which is no seed of a
/// run: every run of every manifest sees the same parts.
/// </summary>
public static class DataSplits
{
    private const int UserPart = 10;

    /// <summary>
    /// A training file and a test file, as MNIST: the last points of the training file are for validation (MNIST: 10,000, which leaves
    /// the first 50,000 for training; Larochelle and Murray, AISTATS 2011, and everybody since). Points are numbered through both files.
    /// </summary>
    public static DataSplit OfFiles(ImageTable training, ImageTable test, int validationCount)
    {
        int count = training.Count - validationCount;
        Check(training.Count, validationCount, test: 0);
        return new DataSplit(
            Part(training, Range(0, count)), Part(training, Range(count, validationCount)),
            new DataPart(test, Range(training.Count, test.Count)));
    }

    /// <summary>
    /// One file in random order: of the permutation of (seed, <see cref="RandomPurpose.Splitting"/>) the last points are for test, those
    /// before for validation, the others for training. Within a part, points keep the order of the file.
    /// </summary>
    public static DataSplit Shuffled(ImageTable images, int validationCount, int testCount, int seed = 0)
    {
        Check(images.Count, validationCount, testCount);
        int[] order = new RandomStream(seed, RandomPurpose.Splitting).NextPermutation(images.Count);
        return Divide(images, order, validationCount, testCount);
    }

    /// <summary>One file in its own order: the last points are for test. For series, whose neighbors are alike.</summary>
    public static DataSplit InOrder(ImageTable images, int validationCount, int testCount)
    {
        Check(images.Count, validationCount, testCount);
        return Divide(images, Range(0, images.Count), validationCount, testCount);
    }

    /// <summary>A user's file: a tenth each, rounded down but at least one point, for validation and for test, shuffled.</summary>
    public static DataSplit OfUserFile(ImageTable images, int seed = 0)
    {
        int part = UserPartOf(images);
        return Shuffled(images, part, part, seed);
    }

    /// <summary>A user's series: a tenth each, as <see cref="OfUserFile"/>, at its end.</summary>
    public static DataSplit OfUserSeries(ImageTable images)
    {
        int part = UserPartOf(images);
        return InOrder(images, part, part);
    }

    private static int UserPartOf(ImageTable images) => Math.Max(1, images.Count / UserPart);

    private static DataSplit Divide(ImageTable images, int[] order, int validation, int test)
    {
        int training = order.Length - validation - test;
        return new DataSplit(
            Part(images, order[..training]), Part(images, order[training..(training + validation)]), Part(images, order[(training + validation)..]));
    }

    private static DataPart Part(ImageTable images, int[] numbers)
    {
        Array.Sort(numbers);
        return new DataPart(images.Select(numbers), numbers);
    }

    private static int[] Range(int first, int count) => [.. Enumerable.Range(first, count)];

    private static void Check(int count, int validation, int test)
    {
        if (validation < 0 || test < 0 || count - (long)validation - test < 1)
            throw new FlowLabDataException("FLD015",
                $"{count} points cannot be split; expected at least one point to train on beside {validation} for validation and {test} for test; " +
                "ask for smaller parts, or use a larger file");
    }
}
