using System.Diagnostics;
using FlowLab.Accelerators.Simd;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Who runs a launch, by what launches took: a made-up clock, so that nothing here depends on a machine.</summary>
public class LaunchPhaseTests
{
    private const int Pieces = 8;
    private const int Enough = LaunchPhases.Trials + LaunchPhases.ShortestInterval;

    [TestCase(20, 40, true)]
    [TestCase(40, 20, false)]
    public void All_go_the_way_that_is_faster(double alone, double shared, bool isAlone)
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(alone, shared);
        machine.Launch(LaunchPhases.Trials);
        Assert.That(machine.Ways(kernel, LaunchPhases.ShortestInterval), Is.All.EqualTo(isAlone));
    }

    [Test]
    public void All_are_shared_until_they_have_been_tried()
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(20, 40);
        Assert.That(machine.Ways(kernel, 1 + LaunchPhases.Trial), Is.All.False, "the first of all belongs to no trial: how long it is was not known");
        Assert.That(machine.Ways(kernel, LaunchPhases.Trial - 10), Is.All.True);
    }

    [Test]
    public void Each_goes_its_own_way_where_that_is_fastest()
    {
        var machine = new Machine();
        Kernel small = machine.Add(20, 40), large = machine.Add(400, 220);
        machine.Launch(LaunchPhases.Trials);
        bool[] ways = machine.Ways(small, 100);
        Assert.That(ways, Is.All.True);
        Assert.That(machine.Ways(large, 100), Is.All.False);
    }

    /// <summary>What one wrote alone has to go to the other's cache: each own way is then slower than one for all, although each kernel by itself was faster with its own.</summary>
    [Test]
    public void One_way_for_all_where_ways_of_their_own_are_slower()
    {
        var machine = new Machine { Mixed = 60 };
        Kernel small = machine.Add(20, 40), large = machine.Add(80, 75);
        machine.Launch(LaunchPhases.Trials);
        Assert.That(machine.Ways(small, 100), Is.All.True);
        Assert.That(machine.Ways(large, 100), Is.All.True);
    }

    [Test]
    public void It_follows_a_machine_that_changes()
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(20, 40);
        machine.Launch(LaunchPhases.Trials);
        kernel.Shared = 11;
        machine.Launch(Enough);
        Assert.That(machine.Ways(kernel, 100), Is.All.False);
    }

    [Test]
    public void Hiccups_count_for_nothing()
    {
        var machine = new Machine { HiccupEvery = 70 };
        Kernel kernel = machine.Add(20, 40);
        machine.Launch(Enough);
        machine.Launch(LaunchPhases.Trials);
        Assert.That(machine.Ways(kernel, 100), Is.All.True);
    }

    [Test]
    public void What_is_almost_as_fast_changes_nothing()
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(39.5, 40);
        machine.Launch(1 + LaunchPhases.Trials);
        Assert.That(machine.Ways(kernel, 100), Is.All.False);
    }

    [Test]
    public void Short_launches_stay_with_the_caller_and_long_ones_never()
    {
        var machine = new Machine();
        Kernel inline = machine.Add(2, 4), large = machine.Add(1900, 1000);
        machine.Launch(2 * Enough);
        Assert.That(machine.Ways(inline, 10), Is.All.True);
        Assert.That(machine.Ways(large, 10), Is.All.False);
        Assert.That(large.LaunchesAlone, Is.Zero);
    }

    [Test]
    public void Trials_are_a_small_part_of_what_runs_for_long()
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(20, 40);
        machine.Launch(40 * LaunchPhases.LongestInterval);
        Assert.That(machine.Ways(kernel, 4 * LaunchPhases.LongestInterval).Count(isAlone => !isAlone), Is.InRange(1, 5 * LaunchPhases.Trial));
    }

    [Test]
    public void A_new_kernel_is_tried_at_once()
    {
        var machine = new Machine();
        machine.Add(20, 40);
        machine.Launch(40 * LaunchPhases.LongestInterval);
        Kernel late = machine.Add(400, 210);
        machine.Launch(2 * LaunchPhases.Trials);
        Assert.That(machine.Ways(late, 100), Is.All.False);
    }

    /// <summary>A caller that finds itself late hands over what is left: it may take twice what it is known to need.</summary>
    [Test]
    public void The_caller_gives_up_when_it_takes_twice_as_long_as_expected()
    {
        var machine = new Machine();
        Kernel kernel = machine.Add(20, 40);
        machine.Launch(LaunchPhases.Trials);
        Assert.That(kernel.Times.Begin(Pieces).TicksAlone, Is.EqualTo(2 * Machine.TicksOf(20)).Within(Pieces + 1));
    }

    private sealed class Kernel(LaunchPhases phases, double alone, double shared)
    {
        public LaunchTimes Times { get; } = new(2, phases);

        /// <summary>Microseconds.</summary>
        public double Alone { get; } = alone;

        /// <summary>Microseconds.</summary>
        public double Shared { get; set; } = shared;

        /// <summary>Launches that the caller ran.</summary>
        public int LaunchesAlone { get; set; }
    }

    private sealed class Machine
    {
        private readonly LaunchPhases _phases = new();
        private readonly List<Kernel> _kernels = [];
        private int _launches;
        private bool _wasAlone;

        /// <summary>What a launch takes longer behind one that went the other way, in microseconds.</summary>
        public double Mixed { get; init; }

        /// <summary>One launch of so many takes a millisecond longer; 0: none.</summary>
        public int HiccupEvery { get; init; }

        public static long TicksOf(double microseconds) => (long)(microseconds * 1e-6 * Stopwatch.Frequency);

        public Kernel Add(double alone, double shared)
        {
            _kernels.Add(new Kernel(_phases, alone, shared));
            return _kernels[^1];
        }

        /// <summary>So many launches of all kernels in turn.</summary>
        public void Launch(int launches)
        {
            for (int i = 0; i < launches; i++)
                Launch(_kernels[i % _kernels.Count]);
        }

        /// <summary>Whether the caller ran each of the next launches of a kernel, while all are launched in turn.</summary>
        public bool[] Ways(Kernel kernel, int launches)
        {
            var ways = new List<bool>();
            for (int i = 0; ways.Count < launches; i++)
            {
                Kernel next = _kernels[i % _kernels.Count];
                bool isAlone = Launch(next);
                if (next == kernel)
                    ways.Add(isAlone);
            }

            return [.. ways];
        }

        private bool Launch(Kernel kernel)
        {
            LaunchPlan plan = kernel.Times.Begin(Pieces);
            bool isAlone = plan.TicksAlone > 0;
            double taken = (isAlone ? kernel.Alone : kernel.Shared) + (isAlone != _wasAlone ? Mixed : 0);
            if (HiccupEvery > 0 && ++_launches % HiccupEvery == 0)
                taken += 1000;
            kernel.Times.End(plan, TicksOf(taken), Pieces);
            kernel.LaunchesAlone += isAlone ? 1 : 0;
            _wasAlone = isAlone;
            return isAlone;
        }
    }
}
