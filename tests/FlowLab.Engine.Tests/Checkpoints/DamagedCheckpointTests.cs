using System.Security.Cryptography;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Checkpoints;

/// <summary>Checkpoints that were damaged, also by somebody who made the checksum right again.</summary>
public sealed class DamagedCheckpointTests
{
    private const int HashLength = 32;
    private const double Share = 0.1;
    private const long MostBytes = 4 << 20;

    private static readonly TrainingState State = new(1234, [3, 7], [0, 99], new float[200], new float[400], [17.5f, 0f]);

    [Test]
    public void A_damaged_checkpoint_is_read_or_refused_by_number_in_bounded_memory()
    {
        string folder = Directory.CreateTempSubdirectory("flowlab-checkpoint-").FullName, path = Path.Combine(folder, "cell.flc");
        try
        {
            CheckpointFile.Write(path, "cell", State);
            byte[] content = File.ReadAllBytes(path)[..^HashLength];
            Fuzz.Run(Share, "checkpoint", random =>
            {
                byte[] damaged = Fuzz.Damage(random, content);
                File.WriteAllBytes(path, [.. damaged, .. random.Next(4) == 0 ? new byte[HashLength] : SHA256.HashData(damaged)]);
                long before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    CheckpointFile.Read(path, "cell");
                }
                catch (FlowLabEngineException refusal)
                {
                    Assert.That(refusal.Message, Does.Match("^FLE00[678]: "));
                }
                Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void A_checkpoint_of_another_format_is_refused_by_number()
    {
        string path = Path.GetTempFileName();
        try
        {
            CheckpointFile.Write(path, "cell", State);
            byte[] content = File.ReadAllBytes(path)[..^HashLength];
            content["FLOWLAB\n".Length] = 9;
            File.WriteAllBytes(path, [.. content, .. SHA256.HashData(content)]);
            Assert.That(() => CheckpointFile.Read(path, "cell"), Throws.TypeOf<FlowLabEngineException>().With.Message.EndsWith("has checkpoint format 9; this FlowLab reads format 2.").And.Message.StartsWith("FLE007"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
