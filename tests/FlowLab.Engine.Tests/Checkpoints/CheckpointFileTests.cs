using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Checkpoints;

public sealed class CheckpointFileTests
{
    private static readonly TrainingState State = new(1234, [3, 7], [0, 99], [1.5f, float.NaN, -0f, float.MaxValue], [0.25f, 1e-40f], [17.5f, 0f]);

    private string _folder = "";

    private string FilePath => Path.Combine(_folder, "cell.flc");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("flowlab-checkpoint-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_is_read_is_bit_for_bit_what_was_written()
    {
        CheckpointFile.Write(FilePath, "cell", State);
        TrainingState read = CheckpointFile.Read(FilePath, "cell");
        Assert.Multiple(() =>
        {
            Assert.That(read.Update, Is.EqualTo(State.Update));
            Assert.That(read.Seeds, Is.EqualTo(State.Seeds));
            Assert.That(read.Status, Is.EqualTo(State.Status));
            Assert.That(read.Parameters.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(State.Parameters.Select(BitConverter.SingleToInt32Bits)));
            Assert.That(read.OptimizerState, Is.EqualTo(State.OptimizerState));
            Assert.That(read.NormMeans, Is.EqualTo(State.NormMeans));
        });
    }

    [Test]
    public void Equal_states_give_equal_bytes_and_leave_no_temporary_file()
    {
        CheckpointFile.Write(FilePath, "cell", State);
        byte[] first = File.ReadAllBytes(FilePath);
        CheckpointFile.Write(FilePath, "cell", State);
        Assert.That(File.ReadAllBytes(FilePath), Is.EqualTo(first));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void Parts_make_the_file_of_the_whole_and_the_whole_gives_parts()
    {
        TrainingState whole = StateOf([3, 7, 11]);
        CheckpointFile.Write(FilePath, "cell", whole);
        byte[] expected = File.ReadAllBytes(FilePath);
        string[] parts = [FilePath + ".a", FilePath + ".b"];
        CheckpointFile.Write(parts[0], "a", CheckpointFile.Read(FilePath, ["cell"], [11, 3, 99]));
        CheckpointFile.Write(parts[1], "b", CheckpointFile.Read(FilePath, ["cell"], [7]));
        Assert.That(File.ReadAllBytes(parts[0]), Is.EqualTo(WrittenAs("a", StateOf([11, 3]))), "in the order that was asked for, without those that are not there");
        Assert.That(CheckpointFile.SeedsOf(parts[0]), Is.EqualTo(new[] { 11, 3 }));

        CheckpointFile.Merge(FilePath, "cell", [3, 7, 11], parts);
        Assert.That(File.ReadAllBytes(FilePath), Is.EqualTo(expected));

        CheckpointFile.Write(parts[1], "b", StateOf([7]) with { Update = 5 });
        Assert.That(() => CheckpointFile.Merge(FilePath, "cell", [3, 7, 11], parts), Throws.ArgumentException);
    }

    [Test]
    public void A_flipped_byte_is_refused_where_some_seeds_are_read_and_wherever_it_is()
    {
        CheckpointFile.Write(FilePath, "cell", StateOf([3, 7, 11]));
        byte[] good = File.ReadAllBytes(FilePath);
        for (int i = 0; i < good.Length; i++)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x10;
            File.WriteAllBytes(FilePath, bad);
            Assert.That(() => CheckpointFile.Read(FilePath, ["cell"], [7]), Throws.TypeOf<FlowLabEngineException>(), $"byte {i} flipped");
        }
    }

    [Test]
    public void Every_flipped_byte_and_every_truncation_is_refused()
    {
        CheckpointFile.Write(FilePath, "cell", State);
        byte[] good = File.ReadAllBytes(FilePath);
        for (int i = 0; i < good.Length; i++)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x10;
            AssertRefused(bad, $"byte {i} flipped");
            AssertRefused(good[..i], $"cut to {i} bytes");
        }
    }

    [Test]
    public void Arrays_of_several_pieces_come_back_and_a_flipped_byte_anywhere_in_them_is_refused()
    {
        const int Length = (1 << 20) * 2 + 17;
        TrainingState state = new(1, [0], [0], [.. Enumerable.Range(0, Length).Select(index => index * 0.25f)], [.. Enumerable.Range(0, 1 << 20).Select(index => -index)], [0]);
        CheckpointFile.Write(FilePath, "cell", state);
        TrainingState read = CheckpointFile.Read(FilePath, "cell");
        Assert.That(read.Parameters.AsSpan().SequenceEqual(state.Parameters) && read.OptimizerState.AsSpan().SequenceEqual(state.OptimizerState));
        byte[] good = File.ReadAllBytes(FilePath);
        foreach (int position in (int[])[40, 5000, good.Length / 2, 4 * Length + 40, good.Length - 33, good.Length - 1])
        {
            byte[] bad = [.. good];
            bad[position] ^= 1;
            AssertRefused(bad, $"byte {position} flipped");
        }
    }

    [Test]
    public void Neither_writing_nor_reading_copies_the_arrays()
    {
        const int Length = 8 << 20;
        TrainingState state = new(1, [0], [0], new float[Length], [], [0]);
        CheckpointFile.Write(FilePath, "cell", State);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CheckpointFile.Write(FilePath, "cell", state);
        long written = GC.GetAllocatedBytesForCurrentThread() - before;
        TrainingState read = CheckpointFile.Read(FilePath, "cell");
        long taken = GC.GetAllocatedBytesForCurrentThread() - before - written;
        Assert.That(read.Parameters, Has.Length.EqualTo(Length));
        Assert.That(written, Is.LessThan(1 << 20), "bytes allocated while 32 MiB were written");
        Assert.That(taken, Is.LessThan(4L * Length + (2 << 20)), "bytes allocated while 32 MiB were read");
    }

    [Test]
    public void A_checkpoint_of_another_cell_is_refused_with_both_fingerprints()
    {
        CheckpointFile.Write(FilePath, "cell-a", State);
        FlowLabEngineException error = Assert.Throws<FlowLabEngineException>(() => CheckpointFile.Read(FilePath, "cell-b"))!;
        Assert.That(error.Message, Does.StartWith("FLE008").And.Contain("cell-a").And.Contain("cell-b").And.Contain(FilePath));
    }

    /// <summary>Two parameters per seed and two buffers of the optimizer, each number telling where it belongs.</summary>
    private static TrainingState StateOf(int[] seeds) => new(
        1234, seeds, [.. seeds.Select(seed => seed * 10)], [.. seeds.SelectMany(seed => new[] { seed + 0.25f, seed + 0.5f })],
        [.. seeds.SelectMany(seed => new[] { 100f + seed, 200f + seed }), .. seeds.SelectMany(seed => new[] { 300f + seed, 400f + seed })], [.. seeds.Select(seed => seed + 0.125f)]);

    private byte[] WrittenAs(string fingerprint, TrainingState state)
    {
        string file = FilePath + ".expected";
        CheckpointFile.Write(file, fingerprint, state);
        return File.ReadAllBytes(file);
    }

    private void AssertRefused(byte[] content, string what)
    {
        File.WriteAllBytes(FilePath, content);
        FlowLabEngineException error = Assert.Throws<FlowLabEngineException>(() => CheckpointFile.Read(FilePath, "cell"), what)!;
        Assert.That(error.Message, Does.StartWith("FLE006").And.Contain(FilePath), what);
    }
}
