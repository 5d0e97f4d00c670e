using System.Text;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Compiled programs on disk.</summary>
public class OpenClCacheTests
{
    private const string Variable = "FLOWLAB_CACHE";

    private string? _before;
    private string _folder = "";
    private OpenClFixture? _opencl;

    [SetUp]
    public void SetUp()
    {
        _opencl = OpenClFixture.Open();
        _before = Environment.GetEnvironmentVariable(Variable);
        _folder = Path.Combine(Path.GetTempPath(), $"flowlab-cache-{Guid.NewGuid():N}");
        Environment.SetEnvironmentVariable(Variable, _folder);
    }

    [TearDown]
    public void TearDown()
    {
        if (_opencl is null)
            return;
        Environment.SetEnvironmentVariable(Variable, _before);
        _opencl.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void A_compiled_program_is_kept_and_used_again()
    {
        Run(Source(1));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));

        // Another program under the key of the first shows whose binary runs.
        var binary = OpenClProgram.OfSource(_opencl!.Accelerator, Source(2)).Binary();
        KernelCache.Write("opencl", Encoding.UTF8.GetBytes(Key(1)), binary);
        Assert.That(RunAfresh(1), Is.EqualTo(2));
    }

    [TestCase(0)]
    [TestCase(100)]
    [TestCase(-1)]
    public void A_damaged_entry_is_compiled_again(int damage)
    {
        Run(Source(1));
        var file = Directory.GetFiles(_folder).Single();
        var entry = File.ReadAllBytes(file);
        if (damage == 0)
            entry = [];
        else
            entry[damage > 0 ? damage : entry.Length - 1] ^= 0x55;
        File.WriteAllBytes(file, entry);
        Assert.That(RunAfresh(1), Is.EqualTo(1));
        Assert.That(File.ReadAllBytes(file), Is.Not.EqualTo(entry), "the entry was written anew");
    }

    [Test]
    public void A_whole_entry_that_the_driver_does_not_take_is_compiled_again()
    {
        KernelCache.Write("opencl", Encoding.UTF8.GetBytes(Key(1)), [1, 2, 3, 4]);
        Assert.That(RunAfresh(1), Is.EqualTo(1));
    }

    [Test]
    public void Different_sources_are_different_entries()
    {
        Run(Source(1));
        Run(Source(2));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2));
    }

    [Test]
    public void The_cache_can_be_switched_off()
    {
        Environment.SetEnvironmentVariable(Variable, "off");
        Assert.That(Run(Source(3)), Is.EqualTo(3));
        Assert.That(OpenClPrograms.PathOf("x"), Is.Null);
    }

    [Test]
    public void A_folder_that_cannot_be_written_does_not_matter()
    {
        var file = Path.GetTempFileName();
        Environment.SetEnvironmentVariable(Variable, Path.Combine(file, "below"));
        Assert.That(Run(Source(4)), Is.EqualTo(4));
        File.Delete(file);
    }

    [Test]
    public void What_does_not_compile_says_what_the_compiler_said()
    {
        var broken = Source(1) with { Text = "__kernel void k(__global int* r) { r[0] = nonsense; }" };
        Assert.That(
            () => _opencl!.Accelerator.Load(broken),
            Throws.InstanceOf<InvalidOperationException>().With.Message.StartsWith($"FLK311: the compiler of {_opencl!.Accelerator} does not take the OpenCL C of k (CL_BUILD_PROGRAM_FAILURE (-11)).")
                .And.Message.Contains("nonsense"));
    }

    private static OpenClSource Source(int number) => new(
        $"__kernel void k(__global int* r) {{ r[0] = {number}; }}", "k", [new(OpenClArgumentKind.Buffer, "r", null, IRType.Pointer)], IsGrouped: true, IsLinear: false, 0);

    private string Key(int number) => new OpenClPrograms(_opencl!.Accelerator).KeyOf(Source(number));

    private int RunAfresh(int number)
    {
        using var other = OpenClFixture.Open();
        return Run(other.Accelerator, Source(number));
    }

    private int Run(OpenClSource source) => Run(_opencl!.Accelerator, source);

    private static unsafe int Run(OpenCl12Accelerator accelerator, OpenClSource source)
    {
        using var result = accelerator.AllocateZeroed<int>(1);
        long handle = result.NativePtr;
        accelerator.Load(source).Launch((OpenCl12Stream)accelerator.DefaultStream, new(new(1, 1, 1), 1, 1, 1), &handle);
        accelerator.Synchronize();
        return result.GetAsArray1D()[0];
    }
}
