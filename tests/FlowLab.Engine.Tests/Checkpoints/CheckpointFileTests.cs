using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Checkpoints;

public sealed class CheckpointFileTests
{
    private static readonly TrainingState State = new(1234, [3, 7], [0, 99], [1.5f, float.NaN, -0f, float.MaxValue], [0.25f, 1e-40f]);

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
    public void A_checkpoint_of_another_cell_is_refused_with_both_fingerprints()
    {
        CheckpointFile.Write(FilePath, "cell-a", State);
        FlowLabEngineException error = Assert.Throws<FlowLabEngineException>(() => CheckpointFile.Read(FilePath, "cell-b"))!;
        Assert.That(error.Message, Does.StartWith("FLE008").And.Contain("cell-a").And.Contain("cell-b").And.Contain(FilePath));
    }

    private void AssertRefused(byte[] content, string what)
    {
        File.WriteAllBytes(FilePath, content);
        FlowLabEngineException error = Assert.Throws<FlowLabEngineException>(() => CheckpointFile.Read(FilePath, "cell"), what)!;
        Assert.That(error.Message, Does.StartWith("FLE006").And.Contain(FilePath), what);
    }
}
