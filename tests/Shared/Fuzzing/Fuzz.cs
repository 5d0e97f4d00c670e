using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Tests.Fuzzing;

/// <summary>
/// Damaged inputs, the same at every run: input number n is made by a generator with seed n, so that one that fails can be made again. There are ten thousand in
/// all, shared by what is fuzzed; the environment variable FLOWLAB_FUZZ asks for another number, a million for a night.
/// </summary>
internal static class Fuzz
{
    private const string Variable = "FLOWLAB_FUZZ";
    private const int UsualInputs = 10_000;

    /// <summary>Longer than any input needs, on a machine with much else to do as well; one that takes longer counts as a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>An input that has not come back by then never will; the process of the tests ends with its number.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    /// <summary>What all inputs of a test together may leave behind, which is nothing but caches.</summary>
    private const long MostKept = 32 << 20;

    /// <summary>Inputs after which caches have been filled.</summary>
    private const int Warm = 200;

    private static readonly byte[] Telling = [0x00, 0x01, 0x08, 0x7F, 0x80, 0xFF, (byte)'\'', (byte)'"', (byte)'{', (byte)'[', (byte)',', (byte)'9', (byte)'-', (byte)'e'];

    /// <summary>The numbers of the inputs of one fuzz test.</summary>
    /// <param name="share">Its share of all inputs.</param>
    public static IEnumerable<int> Inputs(double share)
    {
        long all = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : UsualInputs;
        return Enumerable.Range(0, (int)Math.Max(1, Math.Min(int.MaxValue, all * share)));
    }

    /// <summary>Gives every input to <paramref name="check"/>, which must end in time and leave nothing in memory; says which one does not.</summary>
    /// <param name="share">Its share of all inputs.</param>
    /// <param name="kind">What the inputs are, for the tally.</param>
    /// <param name="check">Makes an input and tries it.</param>
    public static void Run(double share, string kind, Action<System.Random> check) => Run(share, random =>
    {
        check(random);
        return kind;
    });

    /// <summary>As the other, for inputs of several kinds: <paramref name="check"/> says which kind each was.</summary>
    public static void Run(double share, Func<System.Random, string> check)
    {
        FuzzTally tally = new();
        string test = TestContext.CurrentContext.Test.FullName;
        int current = -1;
        long keptBefore = 0;
        using Timer watch = new(_ => Environment.FailFast(string.Create(CultureInfo.InvariantCulture, $"{test}: input {current} has not come back for {Hang}")));
        foreach (int input in Inputs(share))
        {
            current = input;
            if (input == Warm)
                keptBefore = GC.GetTotalMemory(forceFullCollection: true);
            watch.Change(Hang, Timeout.InfiniteTimeSpan);
            long start = Stopwatch.GetTimestamp(), before = GC.GetAllocatedBytesForCurrentThread();
            string kind = TryOne(input, check);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            tally.Add(kind, time, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.That(time, Is.LessThan(Patience), string.Create(CultureInfo.InvariantCulture, $"input {input}"));
        }
        TestContext.Out.WriteLine(tally);
        Assert.That(current < Warm ? 0 : GC.GetTotalMemory(forceFullCollection: true) - keptBefore, Is.LessThan(MostKept), "bytes that the inputs left behind");
    }

    private static string TryOne(int input, Func<System.Random, string> check)
    {
        try
        {
            return check(new System.Random(input));
        }
        catch (Exception failure) when (failure is not SuccessException and not IgnoreException)
        {
            throw new AssertionException(string.Create(CultureInfo.InvariantCulture, $"input {input}: {failure.GetType().Name}: {failure.Message}"), failure);
        }
    }

    /// <summary>A file after up to five mishaps: bytes overwritten, flipped, inserted, deleted, repeated, cut off or appended.</summary>
    public static byte[] Damage(System.Random random, byte[] good)
    {
        byte[] file = good;
        for (int mishaps = random.Next(1, 6); mishaps > 0; mishaps--)
            file = DamageOnce(random, file);
        return file;
    }

    private static byte[] DamageOnce(System.Random random, byte[] file)
    {
        int near = random.Next(2) == 0 ? Math.Min(file.Length, 64) : file.Length;
        int at = random.Next(near + 1), length = random.Next(1, random.Next(4) == 0 ? 300 : 5), end = Math.Min(file.Length, at + length);
        byte value = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)random.Next(256);
        byte[] filling = [.. Enumerable.Repeat(value, length)];
        return random.Next(7) switch
        {
            0 => [.. file[..at], .. filling[..(end - at)], .. file[end..]],
            1 => [.. file.Select((old, i) => i == at ? (byte)(old ^ (1 << (value % 8))) : old)],
            2 => [.. file[..at], .. filling, .. file[at..]],
            3 => [.. file[..at], .. file[end..]],
            4 => [.. file[..end], .. file[at..]],
            5 => file[..at],
            _ => [.. file, .. filling],
        };
    }
}
