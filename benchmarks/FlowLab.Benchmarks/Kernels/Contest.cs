using System.Diagnostics;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>
/// Times contenders in turns, so that what else the machine does meets all of them alike. Before its turn each gets a pause, in which the
/// threads of the one before go to sleep, and an untimed call.
/// </summary>
internal sealed class Contest
{
    private const int Rounds = 9;
    private const int PauseMilliseconds = 50;
    private const double SecondsPerTurn = 0.03;
    private const int MostCallsPerTurn = 2000;

    private readonly double[][] _seconds;

    /// <param name="contenders">Each does its work once and is done when it returns.</param>
    public Contest(params Action[] contenders)
    {
        int[] calls = [.. contenders.Select(CallsPerTurn)];
        _seconds = [.. contenders.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
                _seconds[i][round] = Time(contenders[i], calls[i]);
        }
    }

    /// <summary>The median time of a call, in seconds.</summary>
    public double Median(int contender) => Figure.Median(_seconds[contender]);

    /// <summary>The median over rounds of how often as long one contender takes as another.</summary>
    public double Ratio(int contender, int other) => Figure.Median(_seconds[contender].Zip(_seconds[other], (own, its) => own / its));

    private static int CallsPerTurn(Action contender)
    {
        contender();
        double seconds = Time(contender, 1);
        return (int)Math.Clamp(SecondsPerTurn / seconds, 1, MostCallsPerTurn);
    }

    private static double Time(Action contender, int calls)
    {
        Thread.Sleep(PauseMilliseconds);
        contender();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            contender();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }
}
