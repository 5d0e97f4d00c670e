namespace FlowLab.Host.Runs;

/// <summary>Tells the person at the terminal how a run is going. Called from one thread at a time.</summary>
public interface IRunProgress : IDisposable
{
    /// <param name="index">The cell's place in the plan, from 0.</param>
    /// <param name="count">Number of cells in the plan.</param>
    /// <param name="id">The cell's name.</param>
    /// <param name="updates">Updates that its training takes.</param>
    /// <param name="seeds">Seeds trained at once.</param>
    void CellStarted(int index, int count, string id, int updates, int seeds);

    /// <summary>Cheap enough to be called at every update: what is shown is renewed a few times per second at most.</summary>
    /// <param name="update">Updates done.</param>
    /// <param name="stepsPerSecond">Updates per second, all seeds together counting once.</param>
    /// <param name="freeEnergyMean">Mean over the live seeds of the last record.</param>
    /// <param name="seedsAlive">Seeds not stopped.</param>
    /// <param name="cellLeft">Time left for the cell.</param>
    /// <param name="runLeft">Time left for the run.</param>
    /// <param name="beta">Annealing factor on the energy in <paramref name="freeEnergyMean"/>; below 1 it is no bound yet.</param>
    /// <param name="counted">What <paramref name="runLeft"/> is of; empty for nothing to say.</param>
    /// <param name="worst">Greatest loss of a single sample of the last record, over the live seeds.</param>
    void Stepped(
        long update, double stepsPerSecond, double freeEnergyMean, int seedsAlive, TimeSpan cellLeft, TimeSpan runLeft, double beta = 1, string counted = "",
        double worst = double.NaN);

    /// <param name="id">The cell's name.</param>
    /// <param name="elapsed">What it took.</param>
    /// <param name="headline">Its result in one line.</param>
    void CellFinished(string id, TimeSpan elapsed, string headline);

    /// <summary>A line that stays.</summary>
    void Note(string message);
}
