using FlowLab.Engine.Memory;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Memory;

/// <summary>What is written beside a buffer is found, on every device that is there.</summary>
public sealed class GuardedMemoryTests
{
    private const int Length = 10;

    private static readonly KernelDevice[] Devices = Enum.GetValues<KernelDevice>();

    [Test]
    public void What_is_written_inside_is_nobodys_business([ValueSource(nameof(Devices))] KernelDevice device) => With(device, (lab, buffer) =>
    {
        Write(lab, buffer, 0, Length);
        Assert.That(DeviceGuards.Of(lab.Accelerator).TakeOverrun(), Is.Null);
        Assert.That(buffer.View.AsContiguous().GetAsArray(), Is.All.EqualTo(1f));
    });

    [TestCase(-1, 1, -1, 1)]
    [TestCase(-64, 3, -64, 3)]
    [TestCase(10, 1, 10, 1)]
    [TestCase(8, 4, 10, 2)]
    [TestCase(73, 1, 73, 1)]
    public void What_is_written_before_or_behind_is_found_once(int first, int count, int found, int changed)
    {
        // ILGPU's emulation ends the process instead.
        With(KernelDevice.Simd, (lab, buffer) =>
        {
            Write(lab, buffer, first, count);
            DeviceGuards guards = DeviceGuards.Of(lab.Accelerator);
            Assert.That(guards.TakeOverrun(), Is.EqualTo(new MemoryOverrun("numbers", Length, found, changed)));
            Assert.That(guards.TakeOverrun(), Is.Null, "the zone is whole again");
        });
    }

    [Test]
    public void What_was_written_beside_a_buffer_is_found_after_it_was_cleared() => With(KernelDevice.Simd, (lab, buffer) =>
    {
        Write(lab, buffer, Length, 1);
        buffer.Clear();
        Assert.That(DeviceGuards.Of(lab.Accelerator).TakeOverrun(), Is.EqualTo(new MemoryOverrun("numbers", Length, Length, 1)));
    });

    [Test]
    public void Zeros_go_where_they_belong([ValueSource(nameof(Devices))] KernelDevice device) => With(device, (lab, buffer) =>
    {
        Write(lab, buffer, 0, Length);
        DeviceZeros.Fill(buffer.View.SubView(3, 4).AsContiguous());
        lab.Accelerator.Synchronize();
        Assert.That(buffer.View.AsContiguous().GetAsArray(), Is.EqualTo(new float[] { 1, 1, 1, 0, 0, 0, 0, 1, 1, 1 }));
        buffer.Clear();
        Assert.That(buffer.View.AsContiguous().GetAsArray(), Is.All.Zero);
        Assert.That(DeviceGuards.Of(lab.Accelerator).TakeOverrun(), Is.Null);
    });

    [Test]
    public void A_buffer_that_is_disposed_of_tells_afterwards()
    {
        using KernelLab lab = KernelLab.Open();
        GuardedBuffer<float> buffer = new(lab.Accelerator, "numbers", Length);
        Write(lab, buffer, Length, 1);
        buffer.Dispose();
        Assert.That(DeviceGuards.Of(lab.Accelerator).TakeOverrun(), Is.EqualTo(new MemoryOverrun("numbers", Length, Length, 1)));
    }

    [Test]
    public void A_watched_component_is_named_and_one_that_is_not_watched_is_not_looked_at()
    {
        using KernelLab lab = KernelLab.Open();
        using GuardedBuffer<float> buffer = new(lab.Accelerator, "numbers", Length);
        ComponentTurns turns = ComponentTurns.Of(lab.Accelerator);
        turns.Enter("flow[0]", "its forward pass");
        Assert.That((turns.Component, turns.Turn), Is.EqualTo(("flow[0]", "its forward pass")));
        Write(lab, buffer, Length, 1);
        turns.Leave();
        turns.IsWatching = true;
        turns.Enter("flow[1]", "its backward pass");
        FlowLabEngineException fault = Assert.Throws<FlowLabEngineException>(turns.Leave)!;
        Assert.That(fault.Component, Is.EqualTo("flow[1]"));
        Assert.That(fault.Message, Does.StartWith("FLE040: 1 element was written behind the buffer of numbers, which has 10 elements; the first has index 10, by flow[1] in its backward pass."));
        Assert.That(turns.Count, Is.EqualTo(4));
    }

    private static void With(KernelDevice device, Action<KernelLab, GuardedBuffer<float>> check)
    {
        using KernelLab lab = KernelLab.Open(device);
        using GuardedBuffer<float> buffer = new(lab.Accelerator, "numbers", Length);
        check(lab, buffer);
    }

    private static void Write(KernelLab lab, GuardedBuffer<float> buffer, int first, int count)
    {
        lab.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, int>(Kernel)(count, buffer.View, first);
        lab.Accelerator.Synchronize();
    }

    // A view of the buffer's middle reaches to the zones around it.
    private static void Kernel(Index1D index, ArrayView<float> values, int first) => values[index + first] = 1f;
}
