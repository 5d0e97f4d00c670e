using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The number in the whole dataset of each row of a table, which is the address of the row's noise.</summary>
/// <param name="numbers">The number of each row; one unused element if the rows are numbered through.</param>
/// <param name="isListed">1 if the numbers are listed, 0 if the rows are numbered through.</param>
/// <param name="first">The row that is row 0 of whoever asks.</param>
public readonly struct PointNumbers(ArrayView<int> numbers, int isListed, int first)
{
    private readonly ArrayView<int> _numbers = numbers;
    private readonly int _isListed = isListed;
    private readonly int _first = first;

    /// <summary>The number of a row.</summary>
    public int Of(int row) => _isListed == 0 ? _first + row : _numbers[_first + row];

    /// <summary>The numbers of the rows from <paramref name="row"/> on.</summary>
    public PointNumbers From(int row) => new(_numbers, _isListed, _first + row);
}
