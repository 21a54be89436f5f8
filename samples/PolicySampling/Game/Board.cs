namespace PolicySampling.Game;

/// <summary>A position of tic-tac-toe: nine squares, 1 for the first player, -1 for the second, 0 where nobody is.</summary>
internal readonly struct Board(int[] squares)
{
    private static readonly int[][] Lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];

    public static Board Empty => new(new int[Moves.Length]);

    public bool IsFull => !squares.Contains(0);

    /// <summary>Who has three in a line; 0 for nobody.</summary>
    public int Winner
    {
        get
        {
            foreach (int[] line in Lines)
            {
                int sum = squares[line[0]] + squares[line[1]] + squares[line[2]];
                if (Math.Abs(sum) == 3)
                    return Math.Sign(sum);
            }

            return 0;
        }
    }

    /// <summary>A number of its own for every position.</summary>
    public int Key
    {
        get
        {
            int key = 0;
            foreach (int square in squares)
                key = (3 * key) + square + 1;
            return key;
        }
    }

    public bool IsFree(int square) => squares[square] == 0;

    public Board With(int square, int player)
    {
        int[] next = [.. squares];
        next[square] = player;
        return new Board(next);
    }

    /// <summary>How a square looks in the lines through it: own pieces and the other's, in lines that are not yet blocked.</summary>
    public int Promise(int square, int player)
    {
        int promise = 0;
        foreach (int[] line in Lines.Where(line => line.Contains(square)))
        {
            int[] board = squares;
            int own = line.Count(other => board[other] == player);
            int others = line.Count(other => board[other] == -player);
            promise += (own, others) switch
            {
                (2, _) => 100,
                (_, 2) => 20,
                (1, 0) => 3,
                (0, 1) => 2,
                (0, 0) => 1,
                _ => 0,
            };
        }

        return promise;
    }
}
